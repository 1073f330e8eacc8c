package rw.ishemalink.identity.tenant;

import java.util.List;
import java.util.Optional;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.people.Phone;

/**
 * How a tenant looks to people. What is empty is as the platform has it.
 *
 * @param languages that it offers; the first is the one of newcomers
 * @param senderId whom its SMS come from, 3 to 11 letters and digits
 * @param mailFrom whom its e-mails come from
 * @param colour #RRGGBB
 * @param supportPhone where people turn for help
 */
public record Brand(
        String name,
        List<Language> languages,
        Optional<String> senderId,
        Optional<String> mailFrom,
        Optional<String> colour,
        Optional<Phone> supportPhone) {

    public Brand {
        languages = List.copyOf(languages);
    }

    /** As the platform has it, but for the name. */
    static Brand named(String name) {
        return new Brand(
                name,
                List.of(Language.EN, Language.RW, Language.FR),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
