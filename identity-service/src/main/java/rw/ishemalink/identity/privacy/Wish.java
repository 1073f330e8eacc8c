package rw.ishemalink.identity.privacy;

import rw.ishemalink.schemas.privacy.PrivacyWish;

/** What a person may ask for by law 058/2021: a copy (art. 18 and 20), and to be forgotten (art. 23). */
public enum Wish {
    EXPORT,
    ERASE;

    PrivacyWish toEvent() {
        return switch (this) {
            case EXPORT -> PrivacyWish.EXPORT;
            case ERASE -> PrivacyWish.ERASE;
        };
    }
}
