package rw.ishemalink.payment.collecting;

import rw.ishemalink.schemas.payment.PaymentChange;

/** One event about a payment: what happened, and the payment after it. */
public record Change(PaymentChange what, Payment after) {}
