package rw.ishemalink.notification.ussd;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A screen and what it knows; the next input is an answer to it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = UssdState.Home.class, name = "home"),
    @JsonSubTypes.Type(value = UssdState.Languages.class, name = "languages"),
    @JsonSubTypes.Type(value = UssdState.Help.class, name = "help"),
    @JsonSubTypes.Type(value = UssdState.OtherPhone.class, name = "other-phone"),
    @JsonSubTypes.Type(value = UssdState.PickDistrict.class, name = "district"),
    @JsonSubTypes.Type(value = UssdState.PickCargo.class, name = "cargo"),
    @JsonSubTypes.Type(value = UssdState.Weight.class, name = "weight"),
    @JsonSubTypes.Type(value = UssdState.Quoted.class, name = "quoted"),
    @JsonSubTypes.Type(value = UssdState.Receiver.class, name = "receiver"),
    @JsonSubTypes.Type(value = UssdState.Confirm.class, name = "confirm"),
    @JsonSubTypes.Type(value = UssdState.PickShipment.class, name = "shipments"),
    @JsonSubTypes.Type(value = UssdState.Wallet.class, name = "wallet"),
    @JsonSubTypes.Type(value = UssdState.WalletPhone.class, name = "wallet-phone"),
    @JsonSubTypes.Type(value = UssdState.Shown.class, name = "shown"),
    @JsonSubTypes.Type(value = UssdState.Prompted.class, name = "prompted"),
    @JsonSubTypes.Type(value = UssdState.Dropped.class, name = "dropped")
})
public sealed interface UssdState {

    /** The main menu. */
    record Home() implements UssdState {}

    /** Which language. */
    record Languages() implements UssdState {}

    /** What this is, and whom to call. */
    record Help() implements UssdState {}

    /** For whom an agent books. */
    record OtherPhone() implements UssdState {}

    /** Which district; {@code from} is the first of those that begin so and are shown. */
    record PickDistrict(Side side, Draft draft, String prefix, int from) implements UssdState {}

    /** Which goods. */
    record PickCargo(Draft draft, int from) implements UssdState {}

    /** How heavy. */
    record Weight(Draft draft) implements UssdState {}

    /** The price. */
    record Quoted(Draft draft, Offer offer) implements UssdState {}

    /** Who takes the goods. */
    record Receiver(Draft draft, Offer offer) implements UssdState {}

    /** Book it? {@code receiver} +2507XXXXXXXX. */
    record Confirm(Draft draft, Offer offer, String receiver) implements UssdState {}

    /** Which of one's shipments. */
    record PickShipment(Purpose purpose, List<Shipment> shipments, int from) implements UssdState {

        public PickShipment {
            shipments = List.copyOf(shipments);
        }
    }

    /** Whose wallet pays; {@code payer} +2507XXXXXXXX is the one that is asked unless another is typed. */
    record Wallet(Shipment shipment, String payer) implements UssdState {}

    /** The phone of another wallet. */
    record WalletPhone(Shipment shipment) implements UssdState {}

    /** A shipment as it stands. */
    record Shown(Shipment shipment) implements UssdState {}

    /** The operator asks for the PIN now: the session ends, or the prompt could not appear. */
    record Prompted(Shipment shipment, String payer) implements UssdState {}

    /** The last session broke off there. */
    record Dropped(UssdState earlier, List<UssdState> trail) implements UssdState {

        public Dropped {
            trail = List.copyOf(trail);
        }
    }

    /** Whether the session is over with this screen. */
    default boolean ends() {
        return this instanceof Prompted;
    }

    /** Whether somebody who was here would rather go on than start anew. */
    default boolean worthResuming() {
        return switch (this) {
            case Home _, Languages _, Help _, Prompted _, Dropped _ -> false;
            case OtherPhone _,
                    PickDistrict _,
                    PickCargo _,
                    Weight _,
                    Quoted _,
                    Receiver _,
                    Confirm _,
                    PickShipment _,
                    Wallet _,
                    WalletPhone _,
                    Shown _ -> true;
        };
    }

    /** Who is asked to pay for the draft, unless it is the one who dials. */
    static String payer(@Nullable String other, String own) {
        return other == null ? own : other;
    }
}
