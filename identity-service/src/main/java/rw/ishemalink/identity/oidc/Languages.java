package rw.ishemalink.identity.oidc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import rw.ishemalink.identity.people.Language;

/** Which of our languages is meant by a list of language tags ({@code ui_locales}: those preferred first). */
final class Languages {

    private Languages() {}

    static Optional<Language> first(Optional<String> tags) {
        return tags.stream()
                .flatMap(list -> Arrays.stream(list.strip().split(" +")))
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .flatMap(code -> Arrays.stream(Language.values())
                        .filter(language -> language.code().equals(code)))
                .findFirst();
    }
}
