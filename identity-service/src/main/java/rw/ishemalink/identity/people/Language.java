package rw.ishemalink.identity.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The languages that people are addressed in; in JSON and tokens in lower case (ISO 639-1). */
public enum Language {
    EN,
    RW,
    FR;

    /** en, rw or fr. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The language of that code.
     *
     * @throws IllegalArgumentException when it is none of ours
     */
    @JsonCreator
    public static Language ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The same in events. */
    public rw.ishemalink.schemas.Language toEvent() {
        return switch (this) {
            case EN -> rw.ishemalink.schemas.Language.EN;
            case RW -> rw.ishemalink.schemas.Language.RW;
            case FR -> rw.ishemalink.schemas.Language.FR;
        };
    }
}
