package rw.ishemalink.compliance.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** The settings of compliance-service. */
@ConfigMapping(prefix = "ishema.compliance")
public interface ComplianceConfig {

    Seller seller();

    Vsdc vsdc();

    LocalSignature localSignature();

    Rura rura();

    Dispatch dispatch();

    Customs customs();

    Bnr bnr();

    /** How often the job tables are looked at when nothing was found the last time. */
    @WithDefault("200ms")
    Duration idlePause();

    /** Who sells the transport, and so signs the receipts. */
    interface Seller {

        /** Taxpayer identification number, 9 digits. */
        String tin();

        /** RRA's bhfId, 2 digits; the head office is 00. */
        String branch();

        /** Name as registered, printed on receipts (20 characters) and named as carrier on manifests (35). */
        String name();
    }

    /** RRA's fiscal device. */
    interface Vsdc {

        /** Where the VSDC runs, without a trailing slash. */
        URI url();

        /** dvcSrlNo that the device was registered under. */
        String deviceSerial();

        /** Longest wait for one reply. */
        @WithDefault("3s")
        Duration timeout();

        /** How long a claim on the device holds when its owner dies; longer than all quick retries of two calls. */
        @WithDefault("25s")
        Duration claim();

        /** First pause after a call without a reply; doubled each time. */
        @WithDefault("1s")
        Duration firstPause();

        /** Longest pause between calls while the device does not answer. */
        @WithDefault("60s")
        Duration longestPause();
    }

    /** Signatures of our own while the fiscal device cannot be reached. */
    interface LocalSignature {

        /** Secret of the HMAC-SHA256; a stack without one does not start. */
        String key();

        /** How long a local signature allows a dispatch (docs/decisions.md, C14). */
        @WithDefault("24h")
        Duration validity();
    }

    /** RURA's register of licences. */
    interface Rura {

        /** Where the register is, without a trailing slash. */
        URI url();

        /** Sent as X-Api-Key. */
        String apiKey();

        /** Longest wait for one reply. */
        @WithDefault("2s")
        Duration timeout();

        /** How long the last good answer counts while the register does not answer (docs/decisions.md, C14). */
        @WithDefault("24h")
        Duration answerValidity();
    }

    /** Dispatch decisions. */
    interface Dispatch {

        /** How many requests are worked on at once by this instance. */
        @WithDefault("2")
        int workers();

        /** How long a claim on a request holds when its owner dies; longer than all quick retries of three questions. */
        @WithDefault("30s")
        Duration claim();

        /** First pause before a waiting dispatch is decided again; doubled each time. */
        @WithDefault("1s")
        Duration firstPause();

        /** Longest pause before a waiting dispatch is decided again. */
        @WithDefault("60s")
        Duration longestPause();
    }

    /** Customs reference data that is not public: Rwanda's ASYCUDA office codes have to be asked for. */
    interface Customs {

        /** ASYCUDA office code (1-5 characters) by border post, in small letters with dashes: gatuna=…, petite-barriere=…. */
        Map<String, String> officeCodes();

        /** Stands where no office code is loaded; customs will ask for the right one. */
        @WithDefault("ZZZZZ")
        String unknownOfficeCode();
    }

    /** The feed to the National Bank of Rwanda. */
    interface Bnr {

        /** A payment above it is marked as large. */
        @WithDefault("1000000")
        long largeAboveRwf();
    }
}
