package rw.ishemalink.payment.ledger;

import java.util.UUID;

/** A transfer as it is to be written, under an id of its own. */
public record NewTransfer(UUID transferId, Posting posting, Phase phase) {}
