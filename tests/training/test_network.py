"""The CRF that is trained is the chain that is decoded."""

import pytest

torch = pytest.importorskip("torch", reason="training needs PyTorch (make train installs it)")


def test_the_gradient_by_forward_backward_is_that_of_autograd():
    from pipeline.training.network import Crf

    torch.manual_seed(0)
    crf = Crf(7)
    crf.transitions.data.normal_()
    emissions = torch.randn(3, 6, 7, requires_grad=True)
    mask, breaks = torch.ones(3, 6), torch.zeros(3, 6)
    mask[1, 4:] = 0
    breaks[0, 3] = 1
    tags = torch.zeros(3, 6, dtype=torch.long)
    tags[0] = torch.tensor([1, 2, 0, 1, 3, 4])
    loss = crf.loss(emissions, tags, mask, breaks)
    loss.backward()
    closed_form = emissions.grad.clone(), crf.transitions.grad.clone()

    emissions.grad = crf.transitions.grad = None
    moves = crf.transitions.masked_fill(crf.allowed == 0, -1e4)
    scores = emissions + breaks[:, :, None] * crf.inside * -1e4
    alpha = scores[:, 0]
    for t in range(1, 6):
        step = torch.logsumexp(alpha[:, :, None] + moves, 1) + scores[:, t]
        alpha = torch.where(mask[:, t, None] > 0, step, alpha)
    gold = (scores.gather(2, tags[:, :, None]).squeeze(2) * mask).sum()
    walked = (moves[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]).sum()
    reference = torch.logsumexp(alpha, 1).sum() - gold - walked
    reference.backward()

    assert loss.item() == pytest.approx(reference.item())
    torch.testing.assert_close(closed_form[0], emissions.grad, atol=1e-5, rtol=1e-4)
    torch.testing.assert_close(closed_form[1], crf.transitions.grad, atol=1e-5, rtol=1e-4)
