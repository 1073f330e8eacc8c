package rw.ishemalink.notification.ussd;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.schemas.Language;

/**
 * One callback that is ours to answer.
 *
 * @param session where the session stands; empty when it begins
 * @param broken where the phone's last session broke off, if that was just now
 * @param remembered the language that the phone last chose
 * @param inputs what is new
 * @param heard how much of the callback's text is known once it is answered
 */
public record Turn(
        UUID sessionId,
        UUID turnId,
        Optional<Session> session,
        Optional<Session> broken,
        Optional<Language> remembered,
        List<String> inputs,
        int heard) {

    public Turn {
        inputs = List.copyOf(inputs);
    }

    Language language() {
        return session.map(Session::language).or(() -> remembered).orElse(Language.RW);
    }
}
