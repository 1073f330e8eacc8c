package rw.ishemalink.simulators.money;

import java.util.Optional;

/** What is an operator's own: its test numbers, its names for things, and how it reports. */
public interface Manner extends Reporting {

    /** What the documented test number of a payer does. */
    Optional<Plan> findTestPayer(String msisdn);

    /** What the documented test number of a payee does. */
    Optional<Plan> findTestPayee(String msisdn);

    /** The operator's own id of the operation. */
    String transactionId(Transaction transaction);

    /** What the settlement file calls it. */
    String statementReference(Transaction transaction);

    /** The merchant whose settlement file can be tampered with by hand: the one that is configured. */
    String configuredMerchant();
}
