"""Train the heads of the reader: data, model, training, export, calibration, card, in this order (`make train`)."""
