package rw.ishemalink.payment.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what is owed to drivers and operators is paid out. Amounts in whole francs. */
@ConfigMapping(prefix = "ishema.payout")
public interface PayoutConfig {

    /** Less than this is not sent: what a provider charges for a transfer would eat it up. */
    @WithDefault("500")
    long minimumRwf();

    /** Most that goes to one driver or operator on one day (Africa/Kigali); what is left waits for the next. */
    @WithDefault("5000000")
    long dailyMaximumRwf();

    /** How long a wallet that replaced another is not used, nor the one before it: time to notice a theft. */
    @WithDefault("PT24H")
    Duration walletRest();

    /** Most calls of this instance for payouts to one provider at once. */
    @WithDefault("4")
    int callsAtOnce();
}
