# SPDX-License-Identifier: EUPL-1.2
"""The shapes of the responses of /v1, from which its OpenAPI document is made.

The names of classes and fields are Dutch because they are the names in the JSON. Responses are not
validated when they are sent, because that takes longer than the search itself. The tests validate
them against these models.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from .parameters import KindWord, PurposeWord


class Verwijzing(BaseModel):
    """Een adres."""

    href: str = Field(..., description="Het adres.")


class Links(BaseModel):
    """Waar dit te vinden is."""

    self: Verwijzing = Field(..., description="In deze API.")
    pagina: Verwijzing = Field(..., description="De pagina voor mensen.")


class Bereik(BaseModel):
    """Minstens en hoogstens, beide meegerekend."""

    minimum: int
    maximum: int


class Samenvatting(BaseModel):
    """Een onderdeel van de kaart in een lijst. Wat er niet is, staat er niet."""

    id: str = Field(..., description="Blijft altijd hetzelfde.")
    soort: KindWord = Field(..., description="Wat het is.")
    titel: str
    samenvatting: str = Field("", description="Een of twee zinnen.")
    themas: list[str] = Field(..., description="De id's van de thema's waar het bij hoort.")
    taal: str = Field(..., description="Een BCP 47-code, zoals nl.")
    doel: PurposeWord | None = Field(None, description="Alleen bij een werkvorm: waar die voor is.")
    groepsgrootte: Bereik | None = Field(None, description="Alleen bij een werkvorm: mensen.")
    duur: Bereik | None = Field(None, description="Alleen bij een werkvorm: minuten.")
    moeilijkheid: int | None = Field(
        None,
        ge=1,
        le=3,
        description="Alleen bij een werkvorm: 1 kan iedereen begeleiden, 2 vraagt wat ervaring, "
        "3 vraagt een ervaren begeleider.",
    )
    links: Links = Field(..., alias="_links")


class Onderdeel(Samenvatting):
    """Een heel onderdeel. Wat er niet is, staat er niet."""

    html: str = Field(..., description="De tekst, in een kleine veilige deelverzameling van HTML.")
    volgorde: int = Field(0, description="Lijsten staan op soort, volgorde en id.")
    trefwoorden: list[str] = Field([], description="Woorden waarop mensen zoeken.")
    andereTitels: list[str] = Field([], description="Andere namen.")
    bronnen: list[str] = Field([], description="Schrijver, jaar en titel.")
    licentie: str = Field(..., description="Een SPDX-code.")
    geldigVanaf: str = Field("", description="Een datum (RFC 3339).")
    herzienVoor: str = Field("", description="Wanneer er opnieuw naar gekeken wordt: een datum.")
    vertalingVan: list[Samenvatting] = Field([], description="Waar dit een vertaling van is.")
    onderwerpen: list[Samenvatting] = Field([], description="Onderwerpen die erbij horen.")
    obstakels: list[Samenvatting] = Field([], description="Obstakels die erbij horen.")
    werkvormen: list[Samenvatting] = Field([], description="Werkvormen die erbij horen.")
    artikelen: list[Samenvatting] = Field([], description="Achtergrond om te lezen.")
    videos: list[Samenvatting] = Field([], description="Video's die erbij horen.")
    verhalen: list[Samenvatting] = Field([], description="Hoe anderen het deden.")
    begrippen: list[Samenvatting] = Field([], description="Woorden die uitgelegd worden.")
    verwant: list[Samenvatting] = Field([], description="Wat je hierna kunt lezen.")
    uitbreidingen: dict[str, Any] = Field(
        {}, description="Wat de redactie zelf toevoegde; elke sleutel begint met x-."
    )


class Thema(Onderdeel):
    """Een gebied van de kaart."""


class Onderwerp(Onderdeel):
    """Een inzicht: wat er speelt, waarom het moeilijk is, wat helpt."""


class Obstakel(Onderdeel):
    """Waar een ambtenaar op vastloopt."""

    andereWeg: str = Field(..., description="Wanneer je beter stopt of een andere weg kiest.")


class Stap(BaseModel):
    """Een stap van een werkvorm."""

    titel: str
    minuten: int | None = None


class Werkvorm(Onderdeel):
    """Iets om met een groep te doen."""

    stappen: list[Stap] = Field([], description="Wat er gebeurt, op volgorde.")
    materialen: list[str] = Field([], description="Wat je meeneemt.")
    wanneer: str = Field("", description="Wanneer je deze werkvorm kiest.")
    wanneerNiet: str = Field("", description="Wanneer je deze werkvorm niet kiest.")
    online: str = Field("", description="Hoe het online gaat.")
    toegankelijkheid: str = Field("", description="Hoe iedereen mee kan doen.")
    herkomst: str = Field("", description="Wie de werkvorm maakte, en wanneer.")
    licentieopmerking: str = Field("", description="Wat de makers vragen.")


class Artikel(Onderdeel):
    """Achtergrond om te lezen."""


class Video(Onderdeel):
    """Een video met ondertiteling en een uitgeschreven tekst."""

    bestand: Verwijzing = Field(..., description="De video.")
    ondertiteling: Verwijzing = Field(..., description="De ondertiteling, in WebVTT.")
    poster: Verwijzing | None = Field(None, description="Een beeld voor het afspelen.")
    transcript: str = Field(..., description="Alles wat er te zien en te horen is.")
    speelduur: int = Field(..., description="In seconden.")


class Verhaal(Onderdeel):
    """Hoe anderen het deden."""


class Begrip(Onderdeel):
    """Een woord, uitgelegd."""


class Reis(Onderdeel):
    """Een wandeling over de kaart."""

    haltes: list[Samenvatting] = Field(..., description="Waar de reis langs gaat, op volgorde.")


class Bladerlinks(BaseModel):
    """De andere bladzijden van een lijst. Een bladzijde die er niet is, staat er niet."""

    self: Verwijzing
    eerste: Verwijzing | None = None
    vorige: Verwijzing | None = None
    volgende: Verwijzing | None = None
    laatste: Verwijzing | None = None


class Lijst(BaseModel):
    """Een bladzijde van een lijst."""

    totaal: int = Field(..., description="Hoeveel er in de hele lijst staan.")
    resultaten: list[Samenvatting]
    links: Bladerlinks = Field(..., alias="_links")


class Route(BaseModel):
    """Van een obstakel naar wat helpt, op volgorde."""

    obstakel: Samenvatting
    onderwerpen: list[Samenvatting] = Field(..., description="Om eerst te lezen.")
    werkvormen: list[Samenvatting] = Field(..., description="Om dan te doen.")
    artikelen: list[Samenvatting] = Field(..., description="Om verder te lezen.")
    verhalen: list[Samenvatting] = Field(..., description="Hoe anderen het deden.")
    andereWeg: str = Field(..., description="Wanneer je beter stopt of een andere weg kiest.")
    links: Links = Field(..., alias="_links")


class Fragment(BaseModel):
    """De passage die het meest over de vraag zegt."""

    tekst: str
    markeringen: list[list[int]] = Field(
        ..., description="Begin en eind van elk gevonden woord, in Unicode-tekens van de tekst."
    )


class Zoekresultaat(Samenvatting):
    """Een onderdeel dat gevonden is."""

    fragment: Fragment


class Aanbodlinks(BaseModel):
    """Waar de aangeboden filters gebruikt zijn."""

    werkvormen: Verwijzing = Field(..., description="De werkvormen die passen, in deze API.")
    pagina: Verwijzing = Field(..., description="De pagina met de werkvormen die passen.")


class Aanbod(BaseModel):
    """Filters die in de vraag staan; ze worden aangeboden, niet toegepast."""

    groepsgrootte: int | None = Field(None, description="Mensen.")
    maximaleDuur: int | None = Field(None, description="Minuten.")
    links: Aanbodlinks | None = Field(None, alias="_links")


class Telling(BaseModel):
    """Hoeveel resultaten er van iets zijn."""

    waarde: str
    aantal: int


class Facetten(BaseModel):
    """Tellingen van alle resultaten; de soorten zonder het filter op soort, de thema's zonder dat
    op thema."""

    soorten: list[Telling]
    themas: list[Telling]


class Zoekresultaten(BaseModel):
    """Wat er gevonden is, het beste eerst."""

    zoekterm: str
    totaal: int
    resultaten: list[Zoekresultaat]
    suggestie: str = Field("", description="De vraag zoals die misschien bedoeld was.")
    aanbod: Aanbod
    facetten: Facetten
    links: Bladerlinks = Field(..., alias="_links")


class Suggestie(BaseModel):
    """Waar iemand misschien naartoe typt: een titel met het onderdeel, of een woord."""

    tekst: str
    id: str = ""
    soort: KindWord | None = None
    links: Links | None = Field(None, alias="_links")


class Suggesties(BaseModel):
    """Wat een zoekveld kan voorstellen, het beste eerst."""

    resultaten: list[Suggestie]


class Plaats(BaseModel):
    """Een plek of een gebied op de kaart."""

    id: str
    soort: KindWord
    titel: str
    thema: str = Field("", description="Het id van het thema in wiens gebied de plek ligt.")
    punt: list[float] = Field([], description="Van een plek: x naar rechts, y naar beneden.")
    omtrek: list[list[float]] = Field([], description="Van een gebied: punten als hierboven.")
    nummer: int | None = Field(None, description="De halte van de gevraagde route, vanaf 1.")
    links: Links = Field(..., alias="_links")


class Kaartreis(BaseModel):
    """Een reis als lijn over de kaart."""

    id: str
    titel: str
    haltes: list[str] = Field(..., description="De id's van de haltes, op volgorde.")
    punten: list[list[float]] = Field(..., description="De lijn langs de haltes met een plek.")
    links: Links = Field(..., alias="_links")


class Kaart(BaseModel):
    """De kaart als gegevens, in de leesvolgorde van de tekening."""

    titel: str
    plaatsen: list[Plaats]
    reizen: list[Kaartreis]
    links: Links = Field(..., alias="_links")


class Meervoud(BaseModel):
    """Een woord voor een en voor meer."""

    een: str
    meer: str


class Interfacewoorden(BaseModel):
    """De woorden van knoppen en meldingen in een taal."""

    taal: str
    woorden: dict[str, str] = Field(..., description="Met {plekken} om in te vullen.")
    soorten: dict[str, Meervoud]
    doelen: dict[str, str]
    moeilijkheden: dict[str, str]


class Begin(BaseModel):
    """Waar deze API begint."""

    titel: str
    versie: str = Field(..., description="Van de stof.")
    uitgever: str
    licentie: str = Field(..., description="Een SPDX-code, van de stof.")
    links: dict[str, Verwijzing] = Field(..., alias="_links", description="Alle collecties.")


class Fout(BaseModel):
    """Wat er aan een parameter niet klopt."""

    naam: str = Field(..., description="De parameter.")
    uitleg: str = Field(..., description="Wat er niet klopt en wat wel kan.")


class Probleem(BaseModel):
    """Wat er misging (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str = Field(..., description="Wat er misging en wat je kunt doen.")
    fouten: list[Fout] = Field([], description="Bij 400: alle fouten tegelijk.")
    suggesties: list[Samenvatting] = Field([], description="Bij 404: wat misschien bedoeld was.")
