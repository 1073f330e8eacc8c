#!/usr/bin/env bash
# Makes the secrets that are not there yet, one file each, in secrets/<container>; what is there stays. Lose them and sealed
# data cannot be read: keep a copy elsewhere. Only the owner enters secrets/; containers get their own folder, read-only.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
domain="${1:-localhost}"
umask 022
mkdir -p secrets
chmod 700 secrets

random() {
  openssl rand -base64 32
}

# keep FILE VALUE: written once.
keep() {
  if [ ! -e "secrets/$1" ]; then
    mkdir -p "secrets/$(dirname "$1")"
    printf '%s' "$2" >"secrets/$1"
  fi
}

value() {
  cat "secrets/$1"
}

keep postgres/POSTGRES_PASSWORD "$(random)"
keep postgres/REPLICATION_PASSWORD "$(random)"
for service in identity-service booking-service payment-service compliance-service tracking-service notification-service gateway; do
  keep "$service/ISHEMA_JDBC_PASSWORD" "$(random)"
  keep "postgres/databases/${service%-service}" "$(value "$service/ISHEMA_JDBC_PASSWORD")"
  # Columns are sealed and searched with keys of the service's own.
  keep "$service/ISHEMA_CIPHER_KEYS" "k1:$(random)"
  keep "$service/ISHEMA_CIPHER_INDEX_KEY" "$(random)"
done
keep postgres/databases/registry "$(random)"
keep registry/registry.properties "apicurio.datasource.password=$(value postgres/databases/registry)"

keep identity-service/ISHEMA_IDENTITY_MASTER_KEY "$(random)"
keep identity-service/ISHEMA_USSD_CLIENT_SECRET "$(random)"
keep notification-service/ISHEMA_USSD_CLIENT_SECRET "$(value identity-service/ISHEMA_USSD_CLIENT_SECRET)"
keep booking-service/ISHEMA_BOOKING_DELIVERY_CODE_KEY "$(random)"
keep compliance-service/ISHEMA_LOCAL_SIGNATURE_KEY "$(random)"
keep analytics-streams/ISHEMA_ANALYTICS_INSTANCE_KEY "$(random)"
keep analytics-streams/ISHEMA_ANALYTICS_CUSTOMER_KEY "$(random)"
for agency in RRA RURA EAC BNR; do
  keep "agencies/ISHEMA_AGENCY_${agency}_PASSWORD" "$(random)"
done
# The archive reads the whole server; its account at the store is the store's to give: put it there before the first start.
keep archive/ISHEMA_BACKUP_PASSWORD "$(value postgres/POSTGRES_PASSWORD)"
keep archive/ISHEMA_STORE_ACCESS_KEY ishemalink-archive
keep archive/ISHEMA_STORE_SECRET_KEY "$(random)"
keep object-store/ISHEMA_STORE_SECRET_KEY "$(value archive/ISHEMA_STORE_SECRET_KEY)"
keep grafana/GF_SECURITY_ADMIN_PASSWORD "$(random)"

# The door's certificate, signed by itself until a real one takes its place: put key and chain there as door.p12.
keep gateway/QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD "$(random)"
if [ ! -e secrets/gateway/door.p12 ]; then
  work="$(mktemp -d)"
  trap 'rm -rf "$work"' EXIT
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 825 -keyout "$work/key.pem" \
    -out "$work/door.pem" -subj "/CN=$domain/O=IshemaLink" \
    -addext "subjectAltName=DNS:$domain,DNS:gateway,IP:127.0.0.1" 2>/dev/null
  openssl pkcs12 -export -name door -inkey "$work/key.pem" -in "$work/door.pem" -out secrets/gateway/door.p12 \
    -passout file:secrets/gateway/QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD
  cp "$work/door.pem" secrets/door.pem
  # The same for the listener where agencies come in.
  mkdir -p secrets/kafka
  cat "$work/key.pem" "$work/door.pem" >secrets/kafka/agencies.pem
fi

# Containers run as users of their own: the folder above keeps others out, not the mode of the file.
find secrets -mindepth 1 -type d -exec chmod 755 {} +
find secrets -type f -exec chmod 444 {} +
echo "secrets are in $PWD/secrets"

# What others give; in development the simulators take the defaults.
from_providers="payment-service/ISHEMA_PAYMENT_MTN_API_KEY payment-service/ISHEMA_PAYMENT_MTN_COLLECTION_SUBSCRIPTION_KEY
payment-service/ISHEMA_PAYMENT_MTN_DISBURSEMENT_SUBSCRIPTION_KEY payment-service/ISHEMA_PAYMENT_AIRTEL_CLIENT_SECRET
payment-service/ISHEMA_PAYMENT_AIRTEL_DISBURSEMENT_PIN payment-service/ISHEMA_PAYMENT_AIRTEL_CALLBACK_KEY
compliance-service/ISHEMA_RURA_API_KEY notification-service/ISHEMA_SMS_API_KEY
notification-service/ISHEMA_SMS_CALLBACK_SECRET notification-service/ISHEMA_SMTP_PASSWORD"
if [ "$domain" != localhost ]; then
  for file in $from_providers; do
    [ -e "secrets/$file" ] || echo "still to be put there, as the provider gave it: secrets/$file"
  done
fi
