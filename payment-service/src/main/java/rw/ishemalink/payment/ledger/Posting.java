package rw.ishemalink.payment.ledger;

/** A transfer with whose it is and what it is about. */
public record Posting(String tenant, Subject subject, Transfer transfer) {}
