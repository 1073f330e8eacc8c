package rw.ishemalink.notification.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.notification.config.NotificationConfig;
import rw.ishemalink.notification.consent.StoppedPhones;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.schemas.Language;

/** STOP and START in three languages, answered in the language of the word. */
@ApplicationScoped
class StopWords implements InboundWord {

    private record Meaning(boolean stop, Language language) {}

    private static final Map<String, Meaning> WORDS = Map.of(
            "STOP", new Meaning(true, Language.EN),
            "HAGARIKA", new Meaning(true, Language.RW),
            "ARRET", new Meaning(true, Language.FR),
            "ARRÊT", new Meaning(true, Language.FR),
            "START", new Meaning(false, Language.EN),
            "TANGIRA", new Meaning(false, Language.RW));

    private final StoppedPhones stopped;
    private final Answers answers;
    private final String tenant;

    StopWords(StoppedPhones stopped, Answers answers, NotificationConfig config) {
        this.stopped = stopped;
        this.answers = answers;
        this.tenant = config.inbound().tenant();
    }

    @Override
    public boolean hears(String text) {
        return find(text).isPresent();
    }

    @Override
    public void hear(InboundSms sms) {
        Meaning meaning = find(sms.text()).orElseThrow();
        stopped.set(sms.from(), meaning.stop());
        answers.answer(sms, tenant, meaning.language(), meaning.stop() ? Template.STOPPED : Template.STARTED);
    }

    private static Optional<Meaning> find(String text) {
        @Nullable Meaning meaning = WORDS.get(text.strip().toUpperCase(Locale.ROOT));
        return Optional.ofNullable(meaning);
    }
}
