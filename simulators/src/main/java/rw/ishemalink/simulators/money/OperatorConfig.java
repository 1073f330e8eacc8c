package rw.ishemalink.simulators.money;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How fast people are, and how rich the merchant is. */
public interface OperatorConfig {

    /** How long an ordinary payer takes for the PIN. */
    @WithDefault("300ms")
    Duration approvalDelay();

    /** After it the prompt on the payer's phone is gone. */
    @WithDefault("5m")
    Duration payerWindow();

    /** How long a callback may take; MTN documents 2 s. */
    @WithDefault("2s")
    Duration callbackPatience();

    /** What the disbursement account holds at the start, in whole units of every currency. */
    @WithDefault("1000000000")
    long disbursementFloat();

    /** What the settlement file says the operator kept of a collection or transfer, in hundredths of a per cent. */
    @WithDefault("100")
    int feeBasisPoints();
}
