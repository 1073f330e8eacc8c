package rw.ishemalink.notification.ussd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.notification.ussd.UssdState.Confirm;
import rw.ishemalink.notification.ussd.UssdState.PickCargo;
import rw.ishemalink.notification.ussd.UssdState.PickDistrict;
import rw.ishemalink.notification.ussd.UssdState.PickShipment;
import rw.ishemalink.notification.ussd.UssdState.Prompted;
import rw.ishemalink.notification.ussd.UssdState.Quoted;
import rw.ishemalink.notification.ussd.UssdState.Shown;
import rw.ishemalink.notification.ussd.UssdState.Wallet;
import rw.ishemalink.notification.ussd.UssdState.WalletPhone;
import rw.ishemalink.notification.ussd.UssdState.Weight;
import rw.ishemalink.schemas.Language;

/** Shows where a session is. Invariant: a screen has at most 160 characters of the GSM alphabet. */
public final class Screens {

    /** Of 182 that a USSD string can have (3GPP TS 23.038: 160 octets, 7 bits each); the rest is the networks'. */
    static final int LONGEST = 160;

    private final Reference reference;
    private final JourneySteps journeys;
    private final UssdTexts texts;

    public Screens(Reference reference, Language language) {
        this.reference = reference;
        this.journeys = new JourneySteps(reference);
        this.texts = new UssdTexts(language);
    }

    /** The session's screen. */
    public Screen show(Session session) {
        List<String> lines = new ArrayList<>();
        if (session.notice() != null) {
            lines.add(texts.say("notice." + session.notice()));
        }
        lines.add(text(session));
        if (!session.trail().isEmpty() && !(session.state() instanceof Wallet)) {
            lines.add(texts.say("nav.back"));
        }
        return new Screen(String.join("\n", lines), session.state().ends());
    }

    /** A last word, by its key: {@code working}, {@code away}, {@code not-served}. */
    public static Screen lastWord(Language language, String key) {
        return new Screen(new UssdTexts(language).say(key), true);
    }

    private String text(Session session) {
        return switch (session.state()) {
            case UssdState.Home _ -> texts.say("home") + (session.agent() ? "\n" + texts.say("home.agent") : "");
            case UssdState.Languages _ -> texts.say("languages");
            case UssdState.Help _ -> texts.say("help");
            case UssdState.Dropped _ -> texts.say("dropped");
            case UssdState.OtherPhone _ -> texts.say("other-phone");
            case PickDistrict here -> list(texts.say("district." + here.side()), journeys.page(here), District::name);
            case PickCargo here -> list(texts.say("cargo"), journeys.page(here), one -> goods(one.code()));
            case Weight here -> weight(here.draft());
            case Quoted here -> texts.say("quoted", journey(here.draft(), here.offer(), null));
            case UssdState.Receiver here -> receiver(here.draft());
            case Confirm here -> confirm(here);
            case PickShipment here -> shipments(here);
            case Wallet here -> texts.say("wallet", money(here.shipment(), here.payer()));
            case WalletPhone here ->
                texts.say(
                        "wallet-phone",
                        here.shipment().trackingCode(),
                        texts.francs(here.shipment().francs()));
            case Shown here -> shown(here.shipment());
            case Prompted here -> texts.say("prompted", money(here.shipment(), here.payer()));
        };
    }

    private <T> String list(String title, Page<T> page, Function<T, String> name) {
        List<String> lines = new ArrayList<>(List.of(title));
        for (T item : page.items()) {
            lines.add(lines.size() + " " + name.apply(item));
        }
        if (page.hasMore()) {
            lines.add(texts.say("nav.more"));
        }
        return String.join("\n", lines);
    }

    private String shipments(PickShipment here) {
        String title = here.purpose().name().toLowerCase(Locale.ROOT);
        return here.shipments().isEmpty()
                ? texts.say(title + ".none")
                : list(texts.say(title), ShipmentSteps.page(here), this::shipment);
    }

    private String shipment(Shipment one) {
        return one.trackingCode() + " " + status(one);
    }

    private String status(Shipment one) {
        return texts.say("status." + one.status());
    }

    private String shown(Shipment one) {
        String plate = one.plate() == null ? "" : "\n" + texts.say("shown.plate", UssdTexts.name(one.plate()));
        String pay = one.status().unpaid() ? "\n" + texts.say("shown.pay") : "";
        return texts.say(
                        "shown",
                        one.trackingCode(),
                        UssdTexts.name(one.from()),
                        UssdTexts.name(one.to()),
                        texts.francs(one.francs()),
                        status(one))
                + plate
                + pay;
    }

    private String weight(Draft draft) {
        return texts.say("weight", goods(draft.commodity()), district(draft.origin()), district(draft.destination()));
    }

    private String receiver(Draft draft) {
        return draft.payer() == null
                ? texts.say("receiver")
                : texts.say("receiver.agent", PhoneNumber.local(draft.payer()));
    }

    private String confirm(Confirm here) {
        String other = here.draft().payer();
        Object[] journey = journey(here.draft(), here.offer(), here.receiver());
        return other == null
                ? texts.say("confirm", journey)
                : texts.say("confirm.agent", PhoneNumber.local(other)) + "\n" + texts.say("confirm", journey);
    }

    private Object[] journey(Draft draft, Offer offer, @Nullable String receiver) {
        return new Object[] {
            goods(draft.commodity()),
            Long.toString(draft.weightKg()),
            district(draft.origin()),
            district(draft.destination()),
            texts.francs(offer.francs()),
            receiver == null ? "" : PhoneNumber.local(receiver)
        };
    }

    private Object[] money(Shipment shipment, String payer) {
        return new Object[] {
            shipment.trackingCode(),
            texts.francs(shipment.francs()),
            PhoneNumber.local(payer),
            PhoneNumber.operator(payer)
        };
    }

    private String district(@Nullable String code) {
        return code == null ? "" : UssdTexts.name(reference.districtName(code));
    }

    private String goods(@Nullable String code) {
        return code == null
                ? ""
                : texts.find("goods." + code).orElseGet(() -> reference
                        .findCommodity(code)
                        .map(Commodity::name)
                        .map(UssdTexts::name)
                        .orElse(code));
    }
}
