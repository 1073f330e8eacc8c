package rw.ishemalink.compliance.receipt.print;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words on a receipt and on a day's report, in English, Kinyarwanda and French: {@code receipt*.properties}. */
public record Labels(Locale language) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The words of that name. */
    public String get(String name, Object... arguments) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        String pattern = ResourceBundle.getBundle("receipt", language, loader, NO_FALLBACK)
                .getString(name);
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
