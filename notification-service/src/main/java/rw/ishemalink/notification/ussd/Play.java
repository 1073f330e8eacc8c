package rw.ishemalink.notification.ussd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rw.ishemalink.notification.message.WantedMessage;
import rw.ishemalink.notification.ussd.Step.Ask;
import rw.ishemalink.notification.ussd.Step.Show;

/** Plays the new inputs of a turn, asking the API where the menu wants it. */
final class Play {

    private final UssdMenu menu;
    private final News news;
    private final Function<ApiCall, ApiAnswer> api;
    private final List<WantedMessage> messages = new ArrayList<>();
    private Optional<WantedMessage> latest = Optional.empty();

    Play(Reference reference, Dialler dialler, Function<ApiCall, ApiAnswer> api) {
        this.menu = new UssdMenu(reference);
        this.news = new News(reference, dialler);
        this.api = api;
    }

    Played through(Session session, List<String> inputs) {
        Session now = session;
        for (String input : inputs) {
            now = settled(menu.decide(now, input));
        }
        return new Played(now, messages, latest.stream().toList());
    }

    private Session settled(Step first) {
        Step step = first;
        while (step instanceof Ask(Session asking, ApiCall call)) {
            ApiAnswer answer = api.apply(call);
            news.forOthers(asking, call, answer).ifPresent(messages::add);
            latest = news.forDialler(asking, call, answer);
            step = menu.answered(asking, call, answer);
        }
        return switch (step) {
            case Show(Session shown) -> shown;
            case Ask(Session asking, ApiCall _) -> asking;
        };
    }
}
