package rw.ishemalink.notification.ussd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import rw.ishemalink.notification.ussd.Step.Ask;
import rw.ishemalink.notification.ussd.Step.Show;
import rw.ishemalink.notification.ussd.UssdState.Confirm;
import rw.ishemalink.notification.ussd.UssdState.PickCargo;
import rw.ishemalink.notification.ussd.UssdState.PickDistrict;
import rw.ishemalink.notification.ussd.UssdState.Quoted;
import rw.ishemalink.notification.ussd.UssdState.Receiver;
import rw.ishemalink.notification.ussd.UssdState.Weight;

/** From the first district to the order to book. */
record JourneySteps(Reference reference) {

    static final int DISTRICTS_A_PAGE = 5;
    static final int GOODS_A_PAGE = 4;

    /** More than any lorry carries; booking-service's limit. */
    static final long HEAVIEST_KG = 60_000;

    private static final Pattern LETTERS = Pattern.compile("\\p{L}{1,20}");
    private static final Pattern KILOGRAMS = Pattern.compile("([1-9]\\d{0,5}) ?(?:kg|KG|Kg)?");
    private static final String YES = "1";

    static PickDistrict first(Draft draft) {
        return new PickDistrict(Side.ORIGIN, draft, "", 0);
    }

    Page<District> page(PickDistrict here) {
        return new Page<>(reference.listDistricts(here.prefix()), here.from(), DISTRICTS_A_PAGE);
    }

    Page<Commodity> page(PickCargo here) {
        return new Page<>(reference.commodities(), here.from(), GOODS_A_PAGE);
    }

    Step district(Session session, PickDistrict here, String typed) {
        if (LETTERS.matcher(typed).matches()) {
            return districtsNamed(session, here, typed);
        }
        Page<District> page = page(here);
        Optional<Step> more = page.findNext(typed)
                .map(next ->
                        new Show(session.instead(new PickDistrict(here.side(), here.draft(), here.prefix(), next))));
        return more.or(() -> page.find(typed).map(district -> afterDistrict(session, here, district)))
                .orElseGet(() -> UssdMenu.again(session, Notice.NOT_A_CHOICE));
    }

    private Step districtsNamed(Session session, PickDistrict here, String prefix) {
        List<District> matches = reference.listDistricts(prefix);
        return switch (matches.size()) {
            case 0 -> UssdMenu.again(session, Notice.NO_SUCH_DISTRICT);
            case 1 -> afterDistrict(session, here, matches.getFirst());
            default -> new Show(session.instead(new PickDistrict(here.side(), here.draft(), prefix, 0)));
        };
    }

    private static Step afterDistrict(Session session, PickDistrict here, District chosen) {
        Draft draft = here.draft().at(here.side(), chosen.code());
        return switch (here.side()) {
            case ORIGIN -> new Show(session.to(new PickDistrict(Side.DESTINATION, draft, "", 0)));
            case DESTINATION ->
                chosen.code().equals(draft.origin())
                        ? UssdMenu.again(session, Notice.SAME_PLACE)
                        : new Show(session.to(new PickCargo(draft, 0)));
        };
    }

    Step cargo(Session session, PickCargo here, String typed) {
        Page<Commodity> page = page(here);
        Optional<Step> more =
                page.findNext(typed).map(next -> new Show(session.instead(new PickCargo(here.draft(), next))));
        return more.or(() -> page.find(typed)
                        .map(goods ->
                                new Show(session.to(new Weight(here.draft().of(goods.code()))))))
                .orElseGet(() -> UssdMenu.again(session, Notice.NOT_A_CHOICE));
    }

    Step weight(Session session, Weight here, String typed) {
        var weight = KILOGRAMS.matcher(typed);
        long kilograms = weight.matches() ? Long.parseLong(weight.group(1)) : 0;
        return kilograms < 1 || kilograms > HEAVIEST_KG
                ? UssdMenu.again(session, Notice.BAD_WEIGHT)
                : new Ask(session, new ApiCall.Quote(here.draft().weighing(kilograms)));
    }

    Step priced(Session session, ApiCall call, Offer offer) {
        return call instanceof ApiCall.Quote(Draft draft)
                ? new Show(session.to(new Quoted(draft, offer)))
                : UssdMenu.again(session, Notice.REFUSED);
    }

    Step quoted(Session session, Quoted here, String typed) {
        return typed.equals(YES)
                ? new Show(session.to(new Receiver(here.draft(), here.offer())))
                : UssdMenu.again(session, Notice.NOT_A_CHOICE);
    }

    Step receiver(Session session, Receiver here, String typed) {
        Optional<String> phone = typed.equals(YES)
                ? Optional.of(UssdState.payer(here.draft().payer(), session.phone()))
                : PhoneNumber.read(typed);
        return phone.<Step>map(number -> new Show(session.to(new Confirm(here.draft(), here.offer(), number))))
                .orElseGet(() -> UssdMenu.again(session, Notice.BAD_PHONE));
    }

    Step confirm(Session session, Confirm here, String typed) {
        return typed.equals(YES)
                ? new Ask(
                        session, new ApiCall.Book(here.draft(), here.offer(), here.receiver(), syncIdOf(here.offer())))
                : UssdMenu.again(session, Notice.NOT_A_CHOICE);
    }

    /** A quote is booked once, however often a bad network makes somebody press. */
    private static UUID syncIdOf(Offer offer) {
        return UUID.nameUUIDFromBytes(("ussd:" + offer.quoteId()).getBytes(UTF_8));
    }
}
