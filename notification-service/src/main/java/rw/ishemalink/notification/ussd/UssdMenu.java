package rw.ishemalink.notification.ussd;

import java.util.Optional;
import rw.ishemalink.notification.ussd.Step.Ask;
import rw.ishemalink.notification.ussd.Step.Show;
import rw.ishemalink.notification.ussd.UssdState.Dropped;
import rw.ishemalink.notification.ussd.UssdState.Help;
import rw.ishemalink.notification.ussd.UssdState.Home;
import rw.ishemalink.notification.ussd.UssdState.Languages;
import rw.ishemalink.notification.ussd.UssdState.OtherPhone;
import rw.ishemalink.notification.ussd.UssdState.PickDistrict;
import rw.ishemalink.schemas.Language;

/** Decides what follows from an input: the next screen, or what the API is asked. 0 leads back, 00 to the main menu. */
public final class UssdMenu {

    static final String BACK = "0";
    static final String HOME = "00";

    private final JourneySteps journeys;

    public UssdMenu(Reference reference) {
        this.journeys = new JourneySteps(reference);
    }

    /** What follows from the input. */
    public Step decide(Session session, String input) {
        String typed = input.strip();
        if (typed.equals(HOME)) {
            return new Show(session.home());
        }
        if (typed.equals(BACK)) {
            return new Show(session.back());
        }
        return switch (session.state()) {
            case Home _ -> home(session, typed);
            case Languages _ -> language(session, typed);
            case Help _, UssdState.Prompted _ -> again(session, Notice.NOT_A_CHOICE);
            case Dropped dropped -> dropped(session, dropped, typed);
            case OtherPhone _ -> otherPhone(session, typed);
            case PickDistrict here -> journeys.district(session, here, typed);
            case UssdState.PickCargo here -> journeys.cargo(session, here, typed);
            case UssdState.Weight here -> journeys.weight(session, here, typed);
            case UssdState.Quoted here -> journeys.quoted(session, here, typed);
            case UssdState.Receiver here -> journeys.receiver(session, here, typed);
            case UssdState.Confirm here -> journeys.confirm(session, here, typed);
            case UssdState.PickShipment here -> ShipmentSteps.pick(session, here, typed);
            case UssdState.Wallet here -> ShipmentSteps.wallet(session, here, typed);
            case UssdState.WalletPhone here -> ShipmentSteps.walletPhone(session, here, typed);
            case UssdState.Shown here -> ShipmentSteps.shown(session, here, typed);
        };
    }

    /** What follows from the API's answer to that call. */
    public Step answered(Session session, ApiCall call, ApiAnswer answer) {
        return switch (answer) {
            case ApiAnswer.Refused refused -> again(session, refused.because());
            case ApiAnswer.Priced priced -> journeys.priced(session, call, priced.offer());
            case ApiAnswer.Booked booked -> ShipmentSteps.booked(session, call, booked.shipment());
            case ApiAnswer.Prompting _ -> ShipmentSteps.prompting(session, call);
            case ApiAnswer.Shipments found -> ShipmentSteps.found(session, call, found.shipments());
        };
    }

    static Step again(Session session, Notice notice) {
        return new Show(session.told(notice));
    }

    private static Step home(Session session, String typed) {
        return switch (typed) {
            case "1" -> new Show(session.to(JourneySteps.first(Draft.empty())));
            case "2" -> new Ask(session, new ApiCall.ListShipments(Purpose.PAY));
            case "3" -> new Ask(session, new ApiCall.ListShipments(Purpose.FOLLOW));
            case "4" -> new Show(session.to(new Languages()));
            case "5" -> new Show(session.to(new Help()));
            case "6" -> session.agent() ? new Show(session.to(new OtherPhone())) : again(session, Notice.NOT_A_CHOICE);
            default -> again(session, Notice.NOT_A_CHOICE);
        };
    }

    private static Step language(Session session, String typed) {
        Optional<Language> chosen =
                switch (typed) {
                    case "1" -> Optional.of(Language.RW);
                    case "2" -> Optional.of(Language.EN);
                    case "3" -> Optional.of(Language.FR);
                    default -> Optional.empty();
                };
        return chosen.<Step>map(language -> new Show(session.in(language).home()))
                .orElseGet(() -> again(session, Notice.NOT_A_CHOICE));
    }

    private static Step dropped(Session session, Dropped dropped, String typed) {
        return switch (typed) {
            case "1" -> new Show(session.at(dropped.earlier(), dropped.trail()));
            case "2" -> new Show(session.home());
            default -> again(session, Notice.NOT_A_CHOICE);
        };
    }

    private static Step otherPhone(Session session, String typed) {
        return PhoneNumber.read(typed)
                .<Step>map(phone ->
                        new Show(session.to(JourneySteps.first(Draft.empty().paidBy(phone)))))
                .orElseGet(() -> again(session, Notice.BAD_PHONE));
    }
}
