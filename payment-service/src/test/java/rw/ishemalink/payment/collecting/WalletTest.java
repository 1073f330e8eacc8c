package rw.ishemalink.payment.collecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalletTest {

    private static final Msisdn MTN_NUMBER = Msisdn.of("+250788123456");
    private static final Msisdn AIRTEL_NUMBER = Msisdn.of("+250733123456");

    @ParameterizedTest
    @CsvSource({
        "250788123456, MTN",
        "250791234567, MTN",
        "250722123456, AIRTEL",
        "250733123456, AIRTEL",
        "250770123456, MTN",
        "46733123450, MTN",
        "2547331234567, MTN"
    })
    void the_prefix_names_the_provider_and_other_numbers_have_the_usual_one(String digits, Provider provider) {
        assertThat(Wallet.of(new Msisdn(digits), Provider.MTN).provider()).isEqualTo(provider);
    }

    @Test
    void what_is_not_named_stays_and_a_new_phone_brings_its_own_provider() {
        Wallet wallet = new Wallet(Provider.MTN, MTN_NUMBER);
        assertThat(wallet.changed(Optional.empty(), Optional.empty(), Provider.MTN))
                .isEqualTo(wallet);
        assertThat(wallet.changed(Optional.empty(), Optional.of(AIRTEL_NUMBER), Provider.MTN))
                .isEqualTo(new Wallet(Provider.AIRTEL, AIRTEL_NUMBER));
        assertThat(wallet.changed(Optional.of(Provider.AIRTEL), Optional.empty(), Provider.MTN))
                .isEqualTo(new Wallet(Provider.AIRTEL, MTN_NUMBER));
        assertThat(wallet.changed(Optional.of(Provider.MTN), Optional.of(AIRTEL_NUMBER), Provider.MTN))
                .isEqualTo(new Wallet(Provider.MTN, AIRTEL_NUMBER));
    }

    @Test
    void a_wallet_in_a_log_shows_two_digits_of_the_phone() {
        assertThat(new Wallet(Provider.MTN, MTN_NUMBER).toString())
                .contains("***56")
                .doesNotContain("88123456");
    }
}
