package rw.ishemalink.compliance.manifest;

import java.time.Instant;
import rw.ishemalink.compliance.casefile.ExportFile;

/**
 * All that a manifest says.
 *
 * @param reference voyage number, at most 17 characters
 * @param billReference of the one bill of lading on it: the tracking code
 * @param officeCode of the customs office at the border, at most 5 characters
 * @param carrierCode taxpayer identification number of the carrier
 * @param exporter who exports, as far as the booking names them
 * @param departureCode UN/LOCODE
 * @param destinationCode UN/LOCODE
 * @param freightRwf what the transport costs
 */
record ManifestContent(
        String reference,
        String billReference,
        String officeCode,
        String carrierCode,
        String carrierName,
        String exporter,
        String vehiclePlate,
        String departureCode,
        String destinationCode,
        long freightRwf,
        ExportFile export,
        Instant issuedAt) {}
