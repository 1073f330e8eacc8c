package rw.ishemalink.notification.ussd;

import java.util.Optional;
import rw.ishemalink.schemas.Language;

/** The suite as a person sees it: the same API that an app uses. */
public interface Suite {

    /**
     * Who has that phone; known from then on if they were not.
     *
     * @param wished the language they chose here
     * @throws SuiteAwayException when nobody answers
     */
    Dialler recognise(String phone, Optional<Language> wished);

    /**
     * The names that journeys are made of.
     *
     * @throws SuiteAwayException when nobody answers and none are remembered
     */
    Reference reference(Dialler dialler);

    /** What the API says; nobody answering is a refusal, too. */
    ApiAnswer ask(Dialler dialler, ApiCall call);
}
