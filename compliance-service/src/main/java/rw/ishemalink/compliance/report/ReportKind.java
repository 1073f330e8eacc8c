package rw.ishemalink.compliance.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The reports there are. Their contents are our proposal: the agencies' templates were not found. */
public enum ReportKind {
    /** To the National Bank: what moved, by provider (law 061/2021; regulations 54/2022, 05/2018). */
    BNR_MONTH("bnr-month", "Mobile payments of the month, for the National Bank of Rwanda"),
    /** To the National Bank: each payment above the limit. */
    BNR_LARGE_PAYMENTS("bnr-large-payments", "Large payments of the month, for the National Bank of Rwanda"),
    /** To the Ministry of Trade and Industry: what was exported. */
    MINICOM_MONTH("minicom-month", "Exports of the month, for the Ministry of Trade and Industry"),
    /** To the regulator: dispatches, trips and licences. */
    RURA_MONTH("rura-month", "Dispatches and trips of the month, for the Rwanda Utilities Regulatory Authority");

    private final String path;
    private final String title;

    ReportKind(String path, String title) {
        this.path = path;
        this.title = title;
    }

    /** As addresses, files and contents name it. */
    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    public static Optional<ReportKind> find(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }

    public static List<String> listPaths() {
        return Arrays.stream(values()).map(ReportKind::path).toList();
    }
}
