package rw.ishemalink.compliance.manifest;

import rw.ishemalink.compliance.casefile.ExportFile;

/**
 * All that a declaration says.
 *
 * @param freightRwf what the transport costs
 * @param exporter who exports, as far as the booking names them
 * @param reference the declarant's: the tracking code
 * @param loadingCode UN/LOCODE
 */
record SadContent(
        Procedure procedure,
        ManifestRow manifest,
        ExportFile export,
        long freightRwf,
        String exporter,
        String reference,
        String loadingCode) {}
