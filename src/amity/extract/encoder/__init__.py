"""The learned reader: one small encoder that reads a sentence once and judges every ordered pair of its actors."""
