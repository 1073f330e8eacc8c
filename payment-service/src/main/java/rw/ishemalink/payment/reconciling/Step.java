package rw.ishemalink.payment.reconciling;

/** What follows for a movement from what both sides say of it. */
public sealed interface Step {

    /** The provider's charge for it is booked. */
    record Charge(OurSide movement, long feeRwf) implements Step {}

    /** The provider is asked before anything is made of the difference. */
    record Ask(OurSide movement) implements Step {}

    /** A difference that nobody has seen before. */
    record Open(Pair pair, Difference difference) implements Step {}

    /** The difference of an open case is gone, or has become another. */
    record Explain(Case one) implements Step {}
}
