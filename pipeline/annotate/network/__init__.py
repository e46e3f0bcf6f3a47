"""The network: word pieces and windows in, tags and pointers out (ONNX Runtime)."""
