"""What `import pipeline` offers to scripts and notebooks; its functions are named there."""
