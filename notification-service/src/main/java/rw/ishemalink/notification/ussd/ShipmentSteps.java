package rw.ishemalink.notification.ussd;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rw.ishemalink.notification.ussd.Step.Ask;
import rw.ishemalink.notification.ussd.Step.Show;
import rw.ishemalink.notification.ussd.UssdState.PickShipment;
import rw.ishemalink.notification.ussd.UssdState.Prompted;
import rw.ishemalink.notification.ussd.UssdState.Shown;
import rw.ishemalink.notification.ussd.UssdState.Wallet;
import rw.ishemalink.notification.ussd.UssdState.WalletPhone;

/** What is done with bookings: paid and followed. */
final class ShipmentSteps {

    static final int SHIPMENTS_A_PAGE = 2;

    /** ISH- and 8 characters of Crockford base 32; the prefix may be left out, as it is the same for all. */
    private static final Pattern CODE = Pattern.compile("(?:ISH-?)?([0-9A-HJKMNP-TV-Z]{8})");

    private ShipmentSteps() {}

    static Page<Shipment> page(PickShipment here) {
        return new Page<>(here.shipments(), here.from(), SHIPMENTS_A_PAGE);
    }

    static Step pick(Session session, PickShipment here, String typed) {
        Page<Shipment> page = page(here);
        Optional<Step> more = page.findNext(typed)
                .map(next -> new Show(session.instead(new PickShipment(here.purpose(), here.shipments(), next))));
        return more.or(() -> page.find(typed).map(chosen -> chosen(session, here.purpose(), chosen)))
                .or(() -> findCode(typed).map(code -> new Ask(session, new ApiCall.FindShipment(code))))
                .orElseGet(() -> UssdMenu.again(session, Notice.NOT_A_CHOICE));
    }

    private static Step chosen(Session session, Purpose purpose, Shipment shipment) {
        return switch (purpose) {
            case PAY -> new Show(session.to(new Wallet(shipment, session.phone())));
            case FOLLOW -> new Show(session.to(new Shown(shipment)));
        };
    }

    private static Optional<String> findCode(String typed) {
        Matcher code = CODE.matcher(typed.toUpperCase(Locale.ROOT).replace(" ", ""));
        return code.matches() ? Optional.of("ISH-" + code.group(1)) : Optional.empty();
    }

    static Step shown(Session session, Shown here, String typed) {
        return typed.equals("1") && here.shipment().status().unpaid()
                ? new Show(session.to(new Wallet(here.shipment(), session.phone())))
                : UssdMenu.again(session, Notice.NOT_A_CHOICE);
    }

    static Step wallet(Session session, Wallet here, String typed) {
        return switch (typed) {
            case "1" -> new Ask(session, new ApiCall.Pay(here.shipment(), here.payer()));
            case "2" -> new Show(session.to(new WalletPhone(here.shipment())));
            default -> UssdMenu.again(session, Notice.NOT_A_CHOICE);
        };
    }

    static Step walletPhone(Session session, WalletPhone here, String typed) {
        return PhoneNumber.read(typed)
                .<Step>map(phone -> new Ask(session, new ApiCall.Pay(here.shipment(), phone)))
                .orElseGet(() -> UssdMenu.again(session, Notice.BAD_PHONE));
    }

    /** No step leads back: what is booked is booked. */
    static Step booked(Session session, ApiCall call, Shipment shipment) {
        String payer = call instanceof ApiCall.Book book
                ? UssdState.payer(book.draft().payer(), session.phone())
                : session.phone();
        return new Show(session.onlyAt(new Wallet(shipment.paidBy(payer), payer)));
    }

    static Step prompting(Session session, ApiCall call) {
        return call instanceof ApiCall.Pay pay
                ? new Show(session.onlyAt(new Prompted(pay.shipment(), pay.payer())))
                : UssdMenu.again(session, Notice.REFUSED);
    }

    static Step found(Session session, ApiCall call, List<Shipment> shipments) {
        return switch (call) {
            case ApiCall.ListShipments(Purpose purpose) ->
                new Show(session.to(new PickShipment(purpose, wanted(purpose, shipments), 0)));
            case ApiCall.FindShipment _ ->
                shipments.isEmpty()
                        ? UssdMenu.again(session, Notice.NO_SUCH_BOOKING)
                        : new Show(session.to(new Shown(shipments.getFirst())));
            case ApiCall.Quote _, ApiCall.Book _, ApiCall.Pay _ -> UssdMenu.again(session, Notice.REFUSED);
        };
    }

    private static List<Shipment> wanted(Purpose purpose, List<Shipment> shipments) {
        return switch (purpose) {
            case PAY -> shipments.stream().filter(one -> one.status().unpaid()).toList();
            case FOLLOW -> shipments;
        };
    }
}
