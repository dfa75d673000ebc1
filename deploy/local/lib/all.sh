# shellcheck shell=bash
# The whole library, in the order in which its parts lean on one another.
library=$(dirname -- "${BASH_SOURCE[0]}")
for part in common state secrets definitions postgresql rabbitmq services proxy; do
    # shellcheck source=/dev/null
    . "$library/$part.sh"
done
unset part library
