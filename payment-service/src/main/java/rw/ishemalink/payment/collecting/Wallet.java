package rw.ishemalink.payment.collecting;

import java.util.Optional;

/** Whose mobile money is asked, and through whom. */
public record Wallet(Provider provider, Msisdn phone) {

    /** The wallet of a number at the provider that its prefix names, or at the usual one. */
    public static Wallet of(Msisdn phone, Provider usual) {
        return new Wallet(Provider.findByPrefix(phone).orElse(usual), phone);
    }

    /** The wallet of the next attempt: what is named replaces what was; a provider that is named beats the number's prefix. */
    Wallet changed(Optional<Provider> named, Optional<Msisdn> newPhone, Provider usual) {
        Wallet asked = newPhone.map(number -> of(number, usual)).orElse(this);
        return new Wallet(named.orElse(asked.provider()), asked.phone());
    }
}
