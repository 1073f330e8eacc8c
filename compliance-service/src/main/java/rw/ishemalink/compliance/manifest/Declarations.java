package rw.ishemalink.compliance.manifest;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.CaseFile;
import rw.ishemalink.compliance.casefile.CaseFiles;
import rw.ishemalink.compliance.casefile.ExportFile;
import rw.ishemalink.compliance.config.ComplianceConfig;

/** Makes the declaration (SAD) of an export that has a manifest. It is not kept: the declarant completes and lodges it. */
@ApplicationScoped
public class Declarations {

    private final CaseFiles files;
    private final ComplianceConfig.Customs config;
    private final UnLocodes places = new UnLocodes();

    Declarations(CaseFiles files, ComplianceConfig config) {
        this.files = files;
        this.config = config.customs();
    }

    /**
     * The declaration as XML.
     *
     * @param wanted the procedure that the declarant asks for; null: by the declared value
     */
    public String write(Handle sql, CaseFile file, ManifestRow manifest, @Nullable Procedure wanted) {
        ExportFile export = files.findExport(sql, file.bookingId())
                .orElseThrow(() -> new IllegalStateException("a manifest without an export"));
        boolean inFrancs = "RWF".equals(export.declaredCurrency());
        Procedure byValue = Procedure.of(inFrancs ? export.declaredValue() : null, config.simplifiedExportUpToRwf());
        return SadXml.write(new SadContent(
                wanted == null ? byValue : wanted,
                manifest,
                export,
                file.totalRwf(),
                "Sender " + file.senderId(),
                file.trackingCode(),
                places.get(export.originCountry(), export.originDistrict(), export.originLabel())));
    }
}
