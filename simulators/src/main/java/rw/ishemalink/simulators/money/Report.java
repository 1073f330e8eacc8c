package rw.ishemalink.simulators.money;

/**
 * What a callback says.
 *
 * @param forged whether somebody else than the operator sends it: he knows the address and the reference, but no key
 */
public record Report(Transaction transaction, Verdict verdict, boolean forged) {}
