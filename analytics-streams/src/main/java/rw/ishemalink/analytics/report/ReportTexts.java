package rw.ishemalink.analytics.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of reports, in English, Kinyarwanda and French: {@code report*.properties}. */
public record ReportTexts(Locale language) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** What the report is about. */
    public String title(ReportKind kind) {
        return get("report." + kind.path());
    }

    String title(Section section) {
        return get("section." + section.name());
    }

    String label(Column column) {
        return get("column." + column.name());
    }

    String note(String note) {
        return get("note." + note);
    }

    String get(String name, Object... arguments) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        String pattern = ResourceBundle.getBundle("report", language, loader, NO_FALLBACK)
                .getString(name);
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
