package rw.ishemalink.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of problems in English, Kinyarwanda and French: a service's own {@code problems} first, then the kit's. */
@ApplicationScoped
class ProblemTexts {

    private static final List<String> BUNDLES = List.of("problems", "kit-problems");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    String title(String code, Locale language) {
        return find(code + ".title", language).orElse(code);
    }

    String detail(String code, Locale language, List<Object> arguments) {
        return find(code + ".detail", language)
                .map(pattern -> new MessageFormat(pattern, language).format(arguments.toArray()))
                .orElse(code);
    }

    private static Optional<String> find(String key, Locale language) {
        return BUNDLES.stream()
                .flatMap(bundle -> findBundle(bundle, language).stream())
                .filter(texts -> texts.containsKey(key))
                .map(texts -> texts.getString(key))
                .findFirst();
    }

    /** A service need not have texts of its own. */
    private static Optional<ResourceBundle> findBundle(String name, Locale language) {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return Optional.of(ResourceBundle.getBundle(name, language, loader, NO_FALLBACK));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
}
