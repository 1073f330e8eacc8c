package rw.ishemalink.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import rw.ishemalink.kit.problem.Problem.FieldError;

/** The words of problems in English, Kinyarwanda and French: a service's own {@code problems} first, then the kit's. */
@ApplicationScoped
public class ProblemTexts {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("rw"), Locale.FRENCH);

    private static final List<String> BUNDLES = List.of("problems", "kit-problems");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The first of the wanted languages that there are texts in; English if there is none. */
    public static Locale language(List<Locale> wanted) {
        return wanted.stream()
                .map(one -> Locale.of(one.getLanguage()))
                .filter(LANGUAGES::contains)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** The problem of that code in words, for an answer that is more than the problem alone. */
    public Problem problem(int status, String code, List<?> arguments, List<FieldError> errors, Locale language) {
        return new Problem(
                "urn:ishemalink:problem:" + code,
                title(code, language),
                status,
                detail(code, language, arguments),
                errors);
    }

    private static String title(String code, Locale language) {
        return find(code + ".title", language).orElse(code);
    }

    private static String detail(String code, Locale language, List<?> arguments) {
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
