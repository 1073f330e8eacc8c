package rw.ishemalink.compliance.manifest;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import rw.ishemalink.compliance.casefile.ExportFile;
import rw.ishemalink.compliance.casefile.ExportParcel;

/**
 * The manifest as ASYCUDA World takes it: stream AWMDS, one vehicle, one bill, one goods segment for each parcel. Order and lengths are
 * those of {@code xsd/awmds.xsd}. The tree has no place of its own for the HS code; it stands first in the goods description.
 */
final class AwmdsXml {

    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

    /** UN/ECE recommendation 19. */
    private static final String ROAD = "3";

    /** ASYCUDA's nature of a bill. */
    private static final String EXPORT = "22";

    /** UN/EDIFACT 1001: road consignment note. */
    private static final String CONSIGNMENT_NOTE = "730";

    /** UN/ECE recommendation 21: package. */
    private static final String PACKAGE = "PK";

    private static final String PREPAID = "PP";

    private final ManifestContent content;
    private final ExportFile export;
    private final Totals totals;
    private final XmlTree xml = new XmlTree();

    private AwmdsXml(ManifestContent content) {
        this.content = content;
        this.export = content.export();
        this.totals = Totals.of(export);
    }

    /**
     * The manifest, as valid as {@link ManifestSchema#AWMDS} can tell.
     *
     * @throws IllegalStateException when it is not, or its totals do not add up
     */
    static String write(ManifestContent content) {
        return ManifestSchema.AWMDS.checked(new AwmdsXml(content).write());
    }

    private String write() {
        return xml.branch("Awmds", () -> xml.branch("General_segment", this::general)
                        .branch("Bol_segment", this::bill))
                .end();
    }

    private void general() {
        xml.branch("General_segment_id", () -> xml.leaf("Customs_office_code", content.officeCode(), 5)
                        .leaf("Voyage_number", content.reference(), 17)
                        .leaf(
                                "Date_of_departure",
                                LocalDate.ofInstant(content.issuedAt(), KIGALI).toString(),
                                10))
                .branch("Totals_segment", () -> xml.leaf("Total_number_of_bols", 1)
                        .leaf("Total_number_of_packages", totals.packages())
                        .leaf("Total_number_of_containers", 0)
                        .leaf("Total_gross_mass", totals.weightKg()))
                .branch("Transport_information", this::transport)
                .branch("Load_unload_place", () -> xml.leaf("Place_of_departure_code", content.departureCode(), 5)
                        .leaf("Place_of_destination_code", content.destinationCode(), 5));
    }

    private void transport() {
        xml.branch("Carrier", () -> xml.leaf("Carrier_code", content.carrierCode(), 17)
                        .leaf("Carrier_name", content.carrierName(), 35))
                .leaf("Mode_of_transport_code", ROAD, 3)
                .leaf("Identity_of_transporter", content.vehiclePlate(), 35)
                .leaf("Nationality_of_transporter_code", export.originCountry(), 3)
                .leaf("Registration_number_of_transport_code", content.vehiclePlate(), 35);
        if (!export.seals().isEmpty() || export.rctgReference() != null) {
            xml.leaf("Master_information", masterInformation(), 512);
        }
    }

    /** Every seal, whole, and the carnet: the places of their own hold 20 and 35 characters. */
    private String masterInformation() {
        String carnet = export.rctgReference() == null ? "" : "RCTG " + export.rctgReference();
        String seals = export.seals().isEmpty() ? "" : "seals " + String.join(", ", export.seals());
        return carnet.isEmpty() || seals.isEmpty() ? carnet + seals : carnet + "; " + seals;
    }

    private void bill() {
        xml.branch("Bol_id", this::billId)
                .branch("Load_unload_place", this::places)
                .branch("Traders_segment", this::traders);
        for (int line = 0; line < export.parcels().size(); line++) {
            ExportParcel parcel = export.parcels().get(line);
            // The seals are on the vehicle: said once, with the first goods, so that their number adds up.
            boolean sealed = line == 0 && !export.seals().isEmpty();
            xml.branch("Goods_segment", () -> goods(parcel, sealed));
        }
        xml.branch("Value_segment", this::values)
                .branch("Location", () -> xml.leaf("Location_code", content.officeCode(), 17)
                        .leaf("Location_info", export.borderPost(), 35));
    }

    private void billId() {
        xml.leaf("Bol_reference", content.billReference(), 17)
                .leaf("Line_number", 1)
                .leaf("Bol_nature", EXPORT, 2)
                .leaf("Bol_type_code", CONSIGNMENT_NOTE, 3);
        String carnet = export.rctgReference();
        if (carnet != null) {
            xml.leaf("Unique_carrier_reference", carnet, 35);
        }
    }

    private void places() {
        xml.leaf("Port_of_origin_code", content.departureCode(), 5)
                .leaf("Original_port_of_loading_code", content.departureCode(), 5)
                .leaf("Place_of_delivery_code", content.destinationCode(), 5)
                .leaf("Place_of_ultimate_destination_code", content.destinationCode(), 5)
                .leaf("Place_of_loading_code", content.departureCode(), 5)
                .leaf("Place_of_unloading_code", content.destinationCode(), 5);
    }

    private void traders() {
        xml.branch("Exporter", () -> xml.leaf("Exporter_name", content.exporter(), 150)
                        .leaf("Exporter_address", export.originLabel() + ", " + export.originCountry(), 255))
                .branch("Notify", () -> xml.leaf("Notify_name", export.consigneeName(), 150)
                        .leaf("Notify_address", export.consigneeAddress(), 255))
                .branch("Consignee", () -> xml.leaf("Consignee_name", export.consigneeName(), 150)
                        .leaf("Consignee_address", export.consigneeAddress(), 255));
    }

    private void goods(ExportParcel parcel, boolean sealed) {
        xml.leaf("Number_of_packages", parcel.packages())
                .leaf("Package_type_code", PACKAGE, 17)
                .leaf("Gross_mass", parcel.weightKg())
                .leaf("Shipping_marks", content.billReference(), 512)
                .leaf("Goods_description", "HS " + parcel.hsCode() + " " + parcel.commodity(), 512);
        if (sealed) {
            xml.branch("Seals_segment", () -> xml.leaf(
                            "Number_of_seals", export.seals().size())
                    .leaf("Marks_of_seals", SealMarks.of(export.seals()), 20));
        }
        xml.leaf("Num_of_ctn_for_this_bol", 0);
    }

    private void values() {
        xml.branch("Freight_segment", () -> xml.leaf("PC_indicator", PREPAID, 3)
                .leaf("Freight_value", content.freightRwf())
                .leaf("Freight_currency", "RWF", 3));
        Long declared = export.declaredValue();
        if (declared != null) {
            String currency = Objects.requireNonNull(export.declaredCurrency());
            xml.branch(
                    "Customs_segment", () -> xml.leaf("Customs_value", declared).leaf("Customs_currency", currency, 3));
        }
    }
}
