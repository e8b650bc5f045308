"""What outlives a run: baseline, cache, confirmations, history; and the jobs of a run."""
