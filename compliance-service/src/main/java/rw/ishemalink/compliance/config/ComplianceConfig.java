package rw.ishemalink.compliance.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.receipt.DeviceKind;

/** The settings of compliance-service. */
@ConfigMapping(prefix = "ishema.compliance")
public interface ComplianceConfig {

    Seller seller();

    Vsdc vsdc();

    /** Fiscal devices of tenants that have one of their own, by tenant; all others sell through the platform's. */
    Map<String, Device> devices();

    Receipts receipts();

    LocalSignature localSignature();

    Rura rura();

    Dispatch dispatch();

    Drivers drivers();

    Licences licences();

    Customs customs();

    Bnr bnr();

    Feeds feeds();

    Mds mds();

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

        /** The tenant whose device it is, though others sell through it too: its staff reads the day's reports. */
        @WithDefault("ishemalink")
        String tenant();

        /** Kind of the device at {@code vsdc.url}. */
        @WithDefault("VSDC")
        DeviceKind device();
    }

    /** The fiscal device of one tenant. */
    interface Device {

        DeviceKind kind();

        /** Where it is, without a trailing slash. */
        URI url();

        /** dvcSrlNo that it was registered under. */
        String serial();

        /** The seller's number at the tax authority: 9 digits in Rwanda, a PIN of 11 characters in Kenya. */
        String tin();

        /** bhfId, 2 digits; the head office is 00. */
        @WithDefault("00")
        String branch();

        /** Name as registered. */
        String name();
    }

    /** Receipts as people get them. */
    interface Receipts {

        /** What the QR code says: the fields themselves (RRA CIS 7.24.7), or an address of RRA's that shows the receipt. */
        @WithDefault("TEXT")
        QrForm qr();

        /** The address, to which TIN, branch and signature are added. */
        @WithDefault("https://myrra.rra.gov.rw/common/link/ebm/receipt/indexEbmReceiptData?Data=")
        String qrUrl();
    }

    /** Forms of the QR code. */
    enum QrForm {
        TEXT,
        URL
    }

    /** The platform's fiscal device, and how devices of all kinds are served. */
    interface Vsdc {

        /** Where the device is, without a trailing slash. */
        URI url();

        /** dvcSrlNo that the device was registered under. */
        String deviceSerial();

        /** Longest wait for one reply. */
        @WithDefault("3s")
        Duration timeout();

        /** How many devices are served at once by this instance; so one that is slow holds up no other. */
        @WithDefault("2")
        int workers();

        /** Most receipts that are got before they are recorded together. */
        @WithDefault("50")
        int pageSize();

        /** After so long what a page has got is recorded, and the rest of it is the next page. */
        @WithDefault("2s")
        Duration pageTime();

        /**
         * How long a claim on the device holds when its owner dies; longer than the time of a page and all quick retries of
         * two calls.
         */
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

        /**
         * How long a local signature allows a dispatch, and for how long a silent device is signed for at all
         * (docs/decisions.md, C14).
         */
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

        /** What the register keeps and is asked for; of other kinds only files and manual entries speak. */
        @WithDefault(
                "OPERATOR_LICENCE,DRIVER_AUTHORISATION,VEHICLE_AUTHORISATION,VEHICLE_INSPECTION,DRIVING_LICENCE,INSURANCE")
        Set<LicenceKind> kinds();
    }

    /** Our own register of licences (docs/licences.md). */
    interface Licences {

        /** How long a file of the authority or a manual entry counts while the register gives no answer. */
        @WithDefault("P30D")
        Duration paperValidity();

        /** Pause between two looks for licences of which there is something to tell. */
        @WithDefault("5s")
        Duration sweepEvery();

        /** Most licences that are looked at in one transaction. */
        @WithDefault("50")
        int pageSize();

        /** After so long the register is asked again for the licences of whoever has a booking under way. */
        @WithDefault("10m")
        Duration askAgainEvery();

        /** After so long it is asked again when it gave no answer. */
        @WithDefault("1m")
        Duration askAgainAfterSilence();

        /** Most licences that are asked for again before the pause; each instance has its own pace. */
        @WithDefault("100")
        int askAgainPage();

        /** Pause after each page of asking again. */
        @WithDefault("5s")
        Duration askAgainPause();

        /** Most lines of an imported file. */
        @WithDefault("5000")
        int importLines();
    }

    /** Dispatch decisions. */
    interface Dispatch {

        /** How many requests are worked on at once by this instance. */
        @WithDefault("2")
        int workers();

        /** Most requests that a worker decides together. */
        @WithDefault("16")
        int pageSize();

        /** After so long no more questions are begun: what has its answers is decided, the rest is left for the next page. */
        @WithDefault("5s")
        Duration pageTime();

        /**
         * How long a claim on a request holds when its owner dies; longer than the time of a page and all quick retries of
         * three questions.
         */
        @WithDefault("30s")
        Duration claim();

        /** First pause before a waiting dispatch is decided again; doubled each time. */
        @WithDefault("1s")
        Duration firstPause();

        /** Longest pause before a waiting dispatch is decided again. */
        @WithDefault("60s")
        Duration longestPause();

        /** The day in Kigali from which RulesV2 applies (docs/licences.md). */
        @WithDefault("2027-01-01")
        LocalDate rulesV2From();
    }

    /** Checks of drivers' papers before any booking (docs/drivers.md). */
    interface Drivers {

        /** How many pages are worked on at once by this instance. */
        @WithDefault("2")
        int workers();

        /** Most drivers that a worker checks together. */
        @WithDefault("50")
        int pageSize();

        /** After so long no more questions are begun: what has its answers is told, the rest is left for the next page. */
        @WithDefault("5s")
        Duration pageTime();

        /** How long a claim on a driver holds when its owner dies; longer than the time of a page and its last questions. */
        @WithDefault("60s")
        Duration claim();

        /** First pause before a driver is checked again of whom the register said nothing; doubled each time. */
        @WithDefault("1s")
        Duration firstPause();

        /** Longest such pause. */
        @WithDefault("60s")
        Duration longestPause();

        /** After so long, more or less a quarter, papers that were cleared or refused are looked at again. */
        @WithDefault("P1D")
        Duration recheckEvery();
    }

    /** Customs reference data that is not public: Rwanda's ASYCUDA office codes have to be asked for. */
    interface Customs {

        /** ASYCUDA office code (1-5 characters) by border post, in small letters with dashes: gatuna=…, petite-barriere=…. */
        Map<String, String> officeCodes();

        /** Stands where no office code is loaded; customs will ask for the right one. */
        @WithDefault("ZZZZZ")
        String unknownOfficeCode();

        /** Up to that declared value, whole francs, an export is declared as simplified (EXS1); 0: never. */
        @WithDefault("0")
        long simplifiedExportUpToRwf();
    }

    /** The feed to the National Bank of Rwanda. */
    interface Bnr {

        /** A payment above it is marked as large. */
        @WithDefault("1000000")
        long largeAboveRwf();

        /** How long after its end a month is counted, so that what was under way is in it. */
        @WithDefault("PT24H")
        Duration countMonthAfter();

        /** Pause between two looks for months that are to be counted. */
        @WithDefault("PT1M")
        Duration countEvery();
    }

    /** The government feeds over HTTP. */
    interface Feeds {

        /** Pause between two looks for records that are older than five years. */
        @WithDefault("PT6H")
        Duration tidyEvery();
    }

    /** The regulator's view of rides, MDS 2.0. */
    interface Mds {

        /** MDS provider id by tenant; a tenant without one gets an id made of its name. */
        Map<String, UUID> providerIds();

        /** Of each vehicle one position is kept in each such slice of time. */
        @WithDefault("30s")
        Duration telemetryEvery();

        /** How long positions are kept. */
        @WithDefault("90d")
        Duration telemetryRetention();

        /** How long after its end an hour is told of (202 until then), so that what was under way is in it. */
        @WithDefault("5m")
        Duration hourSettlesAfter();

        /** Pause between two looks for positions that are too old. */
        @WithDefault("PT1H")
        Duration tidyEvery();
    }
}
