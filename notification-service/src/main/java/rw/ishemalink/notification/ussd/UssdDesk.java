package rw.ishemalink.notification.ussd;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import rw.ishemalink.notification.config.UssdConfig;
import rw.ishemalink.notification.ussd.store.UssdSessions;
import rw.ishemalink.schemas.Language;

/**
 * Answers callbacks before the network gives up. Invariant: one callback is played once, and one that is sent again gets the
 * first answer; what takes longer goes on, and its result comes by SMS.
 */
@ApplicationScoped
public class UssdDesk {

    private static final Logger LOG = Logger.getLogger(UssdDesk.class);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final UssdSessions sessions;
    private final Suite suite;
    private final Duration patience;
    private final ExecutorService playing = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("ussd-play-", 0).factory());

    UssdDesk(UssdSessions sessions, Suite suite, UssdConfig config) {
        this.sessions = sessions;
        this.suite = suite;
        this.patience = config.patience();
    }

    @PreDestroy
    void close() {
        playing.shutdown();
    }

    /** The answer in the gateway's form. */
    public String answer(Callback callback) {
        long until = System.nanoTime() + patience.toNanos();
        return switch (sessions.hear(callback)) {
            case Heard.Before before -> before.answer();
            case Heard.BeingAnswered here -> awaitAnswer(here, until);
            case Heard.New(Turn turn) -> answer(callback, turn, until);
        };
    }

    private String answer(Callback callback, Turn turn, long until) {
        Future<String> answer = playing.submit(() -> play(callback, turn));
        try {
            return answer.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return sessions.giveUp(turn, lastWord(turn, "working"));
        } catch (ExecutionException e) {
            LOG.warnf("a USSD turn failed: %s", String.valueOf(e.getCause()));
            return sessions.giveUp(turn, lastWord(turn, "away"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lastWord(turn, "away");
        }
    }

    private String play(Callback callback, Turn turn) {
        try {
            Dialler dialler = suite.recognise(callback.phone(), chosenLanguage(turn));
            Reference reference = suite.reference(dialler);
            Session before = turn.session().orElseGet(() -> begin(callback, turn, dialler));
            Played played =
                    new Play(reference, dialler, call -> suite.ask(dialler, call)).through(before, turn.inputs());
            Session after = played.session();
            Screen screen = new Screens(reference, after.language()).show(after);
            return sessions.keep(turn, dialler, after, screen.answer(), played.messages(), played.late());
        } catch (SuiteAwayException e) {
            LOG.warnf("USSD cannot be served: %s", e.getMessage());
            return sessions.giveUp(turn, lastWord(turn, "away"));
        }
    }

    private static Session begin(Callback callback, Turn turn, Dialler dialler) {
        Language language = turn.remembered().orElse(dialler.language());
        Session fresh = Session.start(callback.phone(), language, dialler.agent());
        // Who dials a whole path (*801*2#) knows where to go.
        return turn.inputs().isEmpty() ? turn.broken().map(fresh::after).orElse(fresh) : fresh;
    }

    private static Optional<Language> chosenLanguage(Turn turn) {
        return turn.session().map(Session::language).or(turn::remembered);
    }

    private String awaitAnswer(Heard.BeingAnswered here, long until) {
        while (System.nanoTime() < until) {
            Optional<String> answer = sessions.findAnswer(here.turnId());
            if (answer.isPresent()) {
                return answer.get();
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return Screens.lastWord(Language.RW, "working").answer();
    }

    private static String lastWord(Turn turn, String key) {
        return Screens.lastWord(turn.language(), key).answer();
    }

    /** For phones that the suite does not serve. */
    public static String notServed() {
        return Screens.lastWord(Language.EN, "not-served").answer();
    }
}
