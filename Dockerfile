# One image with a built publication: files with content negotiation and SPARQL at port 8000.
#   docker build -t onrecord .
#   docker run --read-only --tmpfs /tmp --memory 4g -p 8000:8000 onrecord
FROM python:3.13-slim AS build
WORKDIR /work
COPY requirements.lock ./
RUN python -m venv /opt/onrecord
RUN /opt/onrecord/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY . ./
RUN /opt/onrecord/bin/pip install --no-cache-dir --no-deps .
RUN /opt/onrecord/bin/onrecord --quiet build --out /srv/public

FROM python:3.13-slim
COPY --from=build /opt/onrecord /opt/onrecord
COPY --from=build /srv /srv
USER nobody
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s CMD ["/opt/onrecord/bin/python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health', timeout=4)"]
CMD ["/opt/onrecord/bin/onrecord", "--quiet", "serve", "/srv/public", "--host", "0.0.0.0", "--port", "8000"]
