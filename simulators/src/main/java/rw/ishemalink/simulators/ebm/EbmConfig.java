package rw.ishemalink.simulators.ebm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What RRA would install. The default secret is for local use only. */
@ConfigMapping(prefix = "ishema.simulators.vsdc")
public interface EbmConfig {

    /** From it the keys of all devices are made; receipts of two simulators with the same secret agree. */
    @WithDefault("local-vsdc-secret")
    String secret();

    /** Without contact with RRA for so long no receipt numbers are given (VSDC specification 2.2, item 4). */
    @WithDefault("24h")
    Duration offlineLimit();
}
