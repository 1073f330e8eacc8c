package rw.ishemalink.payment.collecting;

/** What a provider said to an order or a question about it. */
public sealed interface Answer {

    /** It has the order and has not decided; also its answer to a new order or to a reference it already had. */
    record Pending() implements Answer {}

    /** The money moved, under the provider's id. */
    record Succeeded(String transactionId) implements Answer {}

    /** It will not move; the reason is the provider's word, from an open list. */
    record Failed(String reason) implements Answer {}

    /** The provider has never seen the reference. */
    record NotFound() implements Answer {}

    /** No answer, or none that decides anything: timeout, connection lost, provider in trouble. */
    record Unknown() implements Answer {}

    /** The provider was certainly not asked. */
    record NotTried() implements Answer {}
}
