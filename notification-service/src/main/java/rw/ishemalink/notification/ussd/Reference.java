package rw.ishemalink.notification.ussd;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The names that a journey is made of, as booking-service gives them. */
public record Reference(List<District> districts, List<Commodity> commodities) {

    public Reference {
        districts =
                districts.stream().sorted(Comparator.comparing(District::name)).toList();
        commodities = List.copyOf(commodities);
    }

    /** The districts whose names begin so, by name. */
    public List<District> listDistricts(String prefix) {
        String wanted = prefix.toLowerCase(Locale.ROOT);
        return districts.stream()
                .filter(district -> district.name().toLowerCase(Locale.ROOT).startsWith(wanted))
                .toList();
    }

    /** What the district is called; its code if it is not known any more. */
    public String districtName(String code) {
        return districts.stream()
                .filter(district -> district.code().equals(code))
                .map(District::name)
                .findFirst()
                .orElse(code);
    }

    Optional<Commodity> findCommodity(String code) {
        return commodities.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
