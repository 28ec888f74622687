CREATE TABLE "AbsenceNotes" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_AbsenceNotes" PRIMARY KEY,
    "From" TEXT NOT NULL,
    "To" TEXT NULL,
    "HowItWas" TEXT NOT NULL,
    "WhyNoSession" TEXT NOT NULL,
    "Words" TEXT NULL,
    "ToldOn" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL,
    "PatientId" BLOB NOT NULL,
    CONSTRAINT "FK_AbsenceNotes_Patients_PatientId" FOREIGN KEY ("PatientId") REFERENCES "Patients" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "Acts" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Acts" PRIMARY KEY,
    "AtUtc" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "PatientId" BLOB NULL,
    "UndoesActId" BLOB NULL,
    "Reason" TEXT NULL
, "DraftId" BLOB NULL);
CREATE TABLE "AwayDecisions" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_AwayDecisions" PRIMARY KEY,
    "Shelf" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "DecidedOn" TEXT NOT NULL,
    "Until" TEXT NULL,
    "Words" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL,
    "PatientId" BLOB NOT NULL, "ContactId" BLOB NULL,
    CONSTRAINT "FK_AwayDecisions_Patients_PatientId" FOREIGN KEY ("PatientId") REFERENCES "Patients" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "Closures" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Closures" PRIMARY KEY,
    "From" TEXT NOT NULL,
    "To" TEXT NOT NULL,
    "Label" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL
);
CREATE TABLE "Conditions" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Conditions" PRIMARY KEY,
    "Label" TEXT NOT NULL,
    "Onset" TEXT NULL,
    "BodySites" TEXT NULL,
    "Icd11Code" TEXT NULL,
    "SecondCode" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL,
    "PatientId" BLOB NOT NULL,
    CONSTRAINT "FK_Conditions_Patients_PatientId" FOREIGN KEY ("PatientId") REFERENCES "Patients" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "Contacts" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Contacts" PRIMARY KEY,
    "On" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "Words" TEXT NULL,
    "Hidden" INTEGER NOT NULL,
    "ThirdParty" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL,
    "PatientId" BLOB NOT NULL,
    CONSTRAINT "FK_Contacts_Patients_PatientId" FOREIGN KEY ("PatientId") REFERENCES "Patients" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "Drafts" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Drafts" PRIMARY KEY,
    "PatientId" BLOB NULL,
    "Form" TEXT NOT NULL,
    "TargetId" BLOB NULL,
    "TargetRevision" INTEGER NULL,
    "Number" INTEGER NOT NULL,
    "UpdatedAtUtc" TEXT NOT NULL,
    "Discarded" INTEGER NOT NULL,
    "Text" BLOB NOT NULL
);
CREATE TABLE "Episodes" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Episodes" PRIMARY KEY,
    "Title" TEXT NULL,
    "Reason" TEXT NULL,
    "Aim" TEXT NULL,
    "OpenedBecause" TEXT NOT NULL,
    "ConditionId" BLOB NULL,
    "ClosedOn" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL,
    "PatientId" BLOB NOT NULL,
    CONSTRAINT "FK_Episodes_Patients_PatientId" FOREIGN KEY ("PatientId") REFERENCES "Patients" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "FlareUps" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_FlareUps" PRIMARY KEY,
    "Start" TEXT NOT NULL,
    "End" TEXT NULL,
    "ToldOn" TEXT NOT NULL,
    "Hindrance" INTEGER NULL,
    "PeakPain" INTEGER NULL,
    "Origin" TEXT NOT NULL,
    "WhatCameBefore" TEXT NULL,
    "WhatHelped" TEXT NULL,
    "Hidden" INTEGER NOT NULL,
    "ThirdParty" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL,
    "PatientId" BLOB NOT NULL,
    CONSTRAINT "FK_FlareUps_Patients_PatientId" FOREIGN KEY ("PatientId") REFERENCES "Patients" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "GoalSteps" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_GoalSteps" PRIMARY KEY,
    "GoalId" BLOB NOT NULL,
    "On" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Line" TEXT NULL,
    "WordsBefore" TEXT NULL,
    "VisitId" BLOB NULL,
    "ReviewId" BLOB NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL,
    "PatientId" BLOB NOT NULL,
    CONSTRAINT "FK_GoalSteps_Goals_GoalId" FOREIGN KEY ("GoalId") REFERENCES "Goals" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_GoalSteps_Patients_PatientId" FOREIGN KEY ("PatientId") REFERENCES "Patients" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "Goals" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Goals" PRIMARY KEY,
    "Words" TEXT NOT NULL,
    "SetOn" TEXT NOT NULL,
    "Target" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL,
    "PatientId" BLOB NOT NULL,
    CONSTRAINT "FK_Goals_Patients_PatientId" FOREIGN KEY ("PatientId") REFERENCES "Patients" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "LifeEvents" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_LifeEvents" PRIMARY KEY,
    "Start" TEXT NOT NULL,
    "End" TEXT NULL,
    "ToldOn" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Impact" TEXT NOT NULL,
    "Words" TEXT NULL,
    "Hidden" INTEGER NOT NULL,
    "ThirdParty" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL,
    "PatientId" BLOB NOT NULL,
    CONSTRAINT "FK_LifeEvents_Patients_PatientId" FOREIGN KEY ("PatientId") REFERENCES "Patients" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "Measures" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Measures" PRIMARY KEY,
    "VisitId" BLOB NULL,
    "TakenOn" TEXT NOT NULL,
    "Instrument" TEXT NOT NULL,
    "InstrumentVersion" INTEGER NOT NULL,
    "Value" INTEGER NULL,
    "Minimum" INTEGER NOT NULL,
    "Maximum" INTEGER NOT NULL,
    "Better" TEXT NOT NULL,
    "RecallDays" INTEGER NOT NULL,
    "Source" TEXT NOT NULL,
    "Declined" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL,
    "PatientId" BLOB NOT NULL,
    CONSTRAINT "FK_Measures_Patients_PatientId" FOREIGN KEY ("PatientId") REFERENCES "Patients" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "NextSteps" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_NextSteps" PRIMARY KEY,
    "SaidOn" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "VisitId" BLOB NULL,
    "Kind" TEXT NOT NULL,
    "Days" INTEGER NULL,
    "BackBy" TEXT NULL,
    "ReviewOn" TEXT NULL,
    "WishedDays" INTEGER NULL,
    "PossibleDays" INTEGER NULL,
    "DecidedBy" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "SignsToComeBack" TEXT NULL,
    "ToWhom" TEXT NULL,
    "Alongside" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL,
    "PatientId" BLOB NOT NULL, "ContactId" BLOB NULL,
    CONSTRAINT "FK_NextSteps_Patients_PatientId" FOREIGN KEY ("PatientId") REFERENCES "Patients" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "Patients" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Patients" PRIMARY KEY,
    "FamilyName" TEXT NOT NULL,
    "GivenName" TEXT NOT NULL,
    "BirthDate" TEXT NULL,
    "Sex" TEXT NOT NULL,
    "Phone" TEXT NULL,
    "Email" TEXT NULL,
    "StandingNote" TEXT NULL,
    "CheckInConsent" TEXT NOT NULL,
    "CheckInConsentOn" TEXT NULL,
    "OwnScales" TEXT NOT NULL,
    "OwnActivity" TEXT NULL,
    "InformedOn" TEXT NULL,
    "Closing" TEXT NULL,
    "ClosedOn" TEXT NULL,
    "ClosingWords" TEXT NULL,
    "DeceasedOn" TEXT NULL,
    "AskedFrom" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL
, "MergedIntoId" BLOB NULL);
CREATE TABLE "PromptDismissals" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_PromptDismissals" PRIMARY KEY,
    "Prompt" TEXT NOT NULL,
    "DismissedOn" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL,
    "PatientId" BLOB NOT NULL,
    CONSTRAINT "FK_PromptDismissals_Patients_PatientId" FOREIGN KEY ("PatientId") REFERENCES "Patients" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "Reviews" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Reviews" PRIMARY KEY,
    "VisitId" BLOB NULL,
    "TakenOn" TEXT NOT NULL,
    "JustifiesRhythm" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL,
    "PatientId" BLOB NOT NULL, "Kind" TEXT NULL, "Needs" TEXT NULL, "Situation" TEXT NULL,
    CONSTRAINT "FK_Reviews_Patients_PatientId" FOREIGN KEY ("PatientId") REFERENCES "Patients" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "RowVersions" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_RowVersions" PRIMARY KEY,
    "ActId" BLOB NOT NULL,
    "Table" TEXT NOT NULL,
    "RowId" BLOB NOT NULL,
    "RevisionAfter" INTEGER NOT NULL,
    "Before" TEXT NULL,
    CONSTRAINT "FK_RowVersions_Acts_ActId" FOREIGN KEY ("ActId") REFERENCES "Acts" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "SavedViews" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_SavedViews" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Choice" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL
);
CREATE TABLE "Settings" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Settings" PRIMARY KEY,
    "GapThreshold" INTEGER NOT NULL,
    "AutoLockMinutes" INTEGER NOT NULL,
    "TimeZone" TEXT NOT NULL,
    "CopyFolder" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL
, "CheckInLetter" TEXT NULL, "CheckInText" TEXT NULL);
CREATE TABLE "Snippets" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Snippets" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Folded" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL
);
CREATE TABLE "ToolSteps" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_ToolSteps" PRIMARY KEY,
    "ToolId" BLOB NOT NULL,
    "On" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Line" TEXT NULL,
    "View" TEXT NOT NULL,
    "VisitId" BLOB NULL,
    "ReviewId" BLOB NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL,
    "PatientId" BLOB NOT NULL,
    CONSTRAINT "FK_ToolSteps_Patients_PatientId" FOREIGN KEY ("PatientId") REFERENCES "Patients" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ToolSteps_Tools_ToolId" FOREIGN KEY ("ToolId") REFERENCES "Tools" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "Tools" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Tools" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Label" TEXT NOT NULL,
    "MetOn" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL,
    "PatientId" BLOB NOT NULL,
    CONSTRAINT "FK_Tools_Patients_PatientId" FOREIGN KEY ("PatientId") REFERENCES "Patients" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "Visits" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Visits" PRIMARY KEY,
    "EpisodeId" BLOB NULL,
    "HeldOn" TEXT NOT NULL,
    "StartsAt" TEXT NULL,
    "Minutes" INTEGER NULL,
    "Mode" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "HeldBy" TEXT NULL,
    "WhatWasDone" TEXT NOT NULL,
    "Impression" TEXT NULL,
    "Agreed" TEXT NULL,
    "Note" TEXT NULL,
    "SamePain" TEXT NOT NULL,
    "RedFlags" TEXT NOT NULL,
    "Hidden" INTEGER NOT NULL,
    "ThirdParty" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL,
    "PatientId" BLOB NOT NULL,
    CONSTRAINT "FK_Visits_Episodes_EpisodeId" FOREIGN KEY ("EpisodeId") REFERENCES "Episodes" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Visits_Patients_PatientId" FOREIGN KEY ("PatientId") REFERENCES "Patients" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "WordsToSelf" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_WordsToSelf" PRIMARY KEY,
    "On" TEXT NOT NULL,
    "Words" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "VoidedAtUtc" TEXT NULL,
    "PatientId" BLOB NOT NULL,
    CONSTRAINT "FK_WordsToSelf_Patients_PatientId" FOREIGN KEY ("PatientId") REFERENCES "Patients" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE INDEX "IX_AbsenceNotes_PatientId_From" ON "AbsenceNotes" ("PatientId", "From") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_Acts_AtUtc" ON "Acts" ("AtUtc");
CREATE UNIQUE INDEX "IX_Acts_DraftId" ON "Acts" ("DraftId");
CREATE INDEX "IX_Acts_Kind_AtUtc" ON "Acts" ("Kind", "AtUtc");
CREATE INDEX "IX_Acts_UndoesActId" ON "Acts" ("UndoesActId");
CREATE INDEX "IX_AwayDecisions_PatientId_DecidedOn" ON "AwayDecisions" ("PatientId", "DecidedOn") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_Conditions_PatientId" ON "Conditions" ("PatientId") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_Contacts_PatientId_On" ON "Contacts" ("PatientId", "On") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_Drafts_PatientId_Form" ON "Drafts" ("PatientId", "Form");
CREATE INDEX "IX_Episodes_PatientId" ON "Episodes" ("PatientId") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_FlareUps_PatientId" ON "FlareUps" ("PatientId") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_GoalSteps_GoalId" ON "GoalSteps" ("GoalId");
CREATE INDEX "IX_GoalSteps_PatientId_On" ON "GoalSteps" ("PatientId", "On") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_Goals_PatientId" ON "Goals" ("PatientId") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_LifeEvents_PatientId" ON "LifeEvents" ("PatientId") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_Measures_PatientId_TakenOn_Instrument_Value_VoidedAtUtc" ON "Measures" ("PatientId", "TakenOn", "Instrument", "Value", "VoidedAtUtc") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_Measures_VisitId" ON "Measures" ("VisitId") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_NextSteps_PatientId_SaidOn_Number" ON "NextSteps" ("PatientId", "SaidOn", "Number");
CREATE INDEX "IX_PromptDismissals_PatientId_DismissedOn" ON "PromptDismissals" ("PatientId", "DismissedOn") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_Reviews_PatientId_TakenOn" ON "Reviews" ("PatientId", "TakenOn") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_RowVersions_ActId" ON "RowVersions" ("ActId");
CREATE INDEX "IX_RowVersions_RowId" ON "RowVersions" ("RowId");
CREATE UNIQUE INDEX "IX_Snippets_Folded" ON "Snippets" ("Folded") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_ToolSteps_PatientId_On" ON "ToolSteps" ("PatientId", "On") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_ToolSteps_ToolId" ON "ToolSteps" ("ToolId");
CREATE INDEX "IX_Tools_PatientId" ON "Tools" ("PatientId") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_Visits_EpisodeId_Status_HeldOn_VoidedAtUtc" ON "Visits" ("EpisodeId", "Status", "HeldOn", "VoidedAtUtc");
CREATE INDEX "IX_Visits_HeldOn_Status" ON "Visits" ("HeldOn", "Status") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_Visits_PatientId_HeldOn_Status_VoidedAtUtc" ON "Visits" ("PatientId", "HeldOn", "Status", "VoidedAtUtc") WHERE "VoidedAtUtc" IS NULL;
CREATE INDEX "IX_WordsToSelf_PatientId_On" ON "WordsToSelf" ("PatientId", "On") WHERE "VoidedAtUtc" IS NULL;
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD275478D883DA9FB6EBC5533F', '1970-01-01 00:00:00', 'SettingsChanged', NULL, NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD366C7A03955F6C9B8BCAC5DD', '2026-11-22 12:00:00', 'PatientAdded', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD39EC73EFA5FB3027A00A4E29', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD3CCD77FEA3725E745BBBBB45', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD3D2F76F4AD1875FD81192CB3', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD3DB97D90B2125C57133B4741', '2026-11-22 12:00:00', 'VisitChanged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD3DDA7C34828722385816F6C6', '2026-11-22 12:00:00', 'VisitVoided', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD3E4E726BB03F1CAC06680E34', '2026-11-22 12:00:00', 'FlareUpRecorded', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD3EAD7E72922DFF7C1373724C', '2026-11-22 12:00:00', 'LifeEventRecorded', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD3EED776B90FC6D5BFDD23416', '2026-11-22 12:00:00', 'Undone', X'01A22FCD366673408A541C1A94BCBB88', X'01A22FCD3EAD7E72922DFF7C1373724C', NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD3F467181BE7AE4193FCE922F', '2026-11-22 12:00:00', 'ContactRecorded', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD3FB47AC9A8610B98EF364AD8', '2026-11-22 12:00:00', 'GoalSet', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD400D76CABD50428902116BFC', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD40377E9EB0306F658546C834', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD40587C5186BAE59C1E065DCE', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD40797FCD9A2BBD387FB79F97', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD408F7AE89346DB6E30753013', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD409D7F99A27689326BFDB7C1', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD40B177E990A6696A768E2A56', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD40CC7F84A8E6A3F76B914DA7', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD40DA78BA82D6C05ACD1A55A8', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD40FD73E2B39B758C14B154D2', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD41137EB4BB5911B5AE5ED1B5', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD41267E00AB2D5D459D130872', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD413D74BE8B138CFDEEDD6B21', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD415E7DB686F4CF3DEDCBA6CE', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD41897D35AFD91791C15D0B4B', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD41957A669DD58942612FDD07', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD41A57B749054DF052E02DC65', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD41B676838DEC732FDF304365', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD41CD7F74967D2A1A0AC48878', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Acts" ("Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId") VALUES (X'01A22FCD41F471F999CE3844AA5F3AC6', '2026-11-22 12:00:00', 'VisitLogged', X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "Contacts" ("Id", "On", "Channel", "From", "Words", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD3F467F998B364433B3B7BD09', '2025-09-01', 'Call', 'Person', 'Elle va bien.', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Episodes" ("Id", "Title", "Reason", "Aim", "OpenedBecause", "ConditionId", "ClosedOn", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD3A76768783DFB7498E06E653', NULL, NULL, NULL, 'FirstContact', NULL, NULL, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Episodes" ("Id", "Title", "Reason", "Aim", "OpenedBecause", "ConditionId", "ClosedOn", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD3D32713683959E02B302B30C', NULL, NULL, NULL, 'NotSaid', NULL, NULL, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "FlareUps" ("Id", "Start", "End", "ToldOn", "Hindrance", "PeakPain", "Origin", "WhatCameBefore", "WhatHelped", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD3E4E7043B127C810E4E8B41B', '2024', '2024', '2026-11-22', NULL, NULL, 'Reported', 'un déménagement', NULL, 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Goals" ("Id", "Words", "SetOn", "Target", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD3FB37FE3B043A795F441F3C4', 'jardiner une heure', '2026-11-22', NULL, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "LifeEvents" ("Id", "Start", "End", "ToldOn", "Kind", "Impact", "Words", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD3EAC715C8254AC06F0DBC8DE', '2023', NULL, '2026-11-22', 'Other', 'NotAsked', 'naissance d''un petit-fils', 0, 0, 2, '2026-11-22 12:00:00', X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "NextSteps" ("Id", "SaidOn", "Number", "VisitId", "Kind", "Days", "BackBy", "ReviewOn", "WishedDays", "PossibleDays", "DecidedBy", "Reason", "SignsToComeBack", "ToWhom", "Alongside", "Revision", "VoidedAtUtc", "PatientId", "ContactId") VALUES (X'01A22FCD3AB871008B765593318CD9B8', '2025-03-04', 1, X'01A22FCD39EC765996C4753E760B9CF4', 'Every', 30, NULL, NULL, NULL, NULL, 'NotSaid', NULL, NULL, NULL, NULL, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88', NULL);
INSERT INTO "NextSteps" ("Id", "SaidOn", "Number", "VisitId", "Kind", "Days", "BackBy", "ReviewOn", "WishedDays", "PossibleDays", "DecidedBy", "Reason", "SignsToComeBack", "ToWhom", "Alongside", "Revision", "VoidedAtUtc", "PatientId", "ContactId") VALUES (X'01A22FCD3D3371DF9B0A304D564B4035', '2025-11-03', 1, X'01A22FCD3D2F7127979A6FEA187FC599', 'DoorOpen', NULL, NULL, NULL, NULL, NULL, 'NotSaid', NULL, NULL, NULL, NULL, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88', NULL);
INSERT INTO "Patients" ("Id", "FamilyName", "GivenName", "BirthDate", "Sex", "Phone", "Email", "StandingNote", "CheckInConsent", "CheckInConsentOn", "OwnScales", "OwnActivity", "InformedOn", "Closing", "ClosedOn", "ClosingWords", "DeceasedOn", "AskedFrom", "Revision", "VoidedAtUtc", "MergedIntoId") VALUES (X'01A22FCD366673408A541C1A94BCBB88', 'Ferrand', 'Aline', '1970-05-04', 'NotAsked', NULL, NULL, NULL, 'NotAsked', NULL, 'Sleep,Stress,Pain', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL);
INSERT INTO "Reviews" ("Id", "VisitId", "TakenOn", "JustifiesRhythm", "Revision", "VoidedAtUtc", "PatientId", "Kind", "Needs", "Situation") VALUES (X'01A22FCD3B5671D79454AD2370AF634B', X'01A22FCD39EC765996C4753E760B9CF4', '2025-03-04', 'le sens', 1, NULL, X'01A22FCD366673408A541C1A94BCBB88', NULL, NULL, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD27C871A18B93E0E38B8E9D2F', X'01A22FCD275478D883DA9FB6EBC5533F', 'Settings', X'01A22FCD27537971B92421DB31B22B71', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD39237D8EBACCCB0F3B174D8F', X'01A22FCD366C7A03955F6C9B8BCAC5DD', 'Patients', X'01A22FCD366673408A541C1A94BCBB88', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD3C62786A93C513AF3BA00CAE', X'01A22FCD39EC73EFA5FB3027A00A4E29', 'Visits', X'01A22FCD39EC765996C4753E760B9CF4', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD3C6378B89059037442269F7F', X'01A22FCD39EC73EFA5FB3027A00A4E29', 'Episodes', X'01A22FCD3A76768783DFB7498E06E653', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD3C637A4C888DA79FDEB96E02', X'01A22FCD39EC73EFA5FB3027A00A4E29', 'NextSteps', X'01A22FCD3AB871008B765593318CD9B8', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD3C6573F6B4231181AB87869A', X'01A22FCD39EC73EFA5FB3027A00A4E29', 'Reviews', X'01A22FCD3B5671D79454AD2370AF634B', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD3D10742DA64F887DA4014B20', X'01A22FCD3CCD77FEA3725E745BBBBB45', 'Visits', X'01A22FCD3CCD78118C58C345237EFCB4', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD3D39723E883805145AEDB2F8', X'01A22FCD3D2F76F4AD1875FD81192CB3', 'NextSteps', X'01A22FCD3D3371DF9B0A304D564B4035', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD3D397905BF743EA7036F6775', X'01A22FCD3D2F76F4AD1875FD81192CB3', 'Visits', X'01A22FCD3D2F7127979A6FEA187FC599', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD3D397F41945A6AFA3F763361', X'01A22FCD3D2F76F4AD1875FD81192CB3', 'Episodes', X'01A22FCD3D32713683959E02B302B30C', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD3DCF7122B5EB9FE3C1D43C9B', X'01A22FCD3DB97D90B2125C57133B4741', 'Visits', X'01A22FCD39EC765996C4753E760B9CF4', 2, '{"Id":"AaIvzTnsdlmWxHU\u002Bdguc9A==","Agreed":null,"EpisodeId":"AaIvzTp2doeD37dJjgbmUw==","HeldBy":null,"HeldOn":"2025-03-04","Hidden":false,"Impression":null,"Minutes":null,"Mode":"Practice","Note":"Elle a march\u00E9 jusqu\u0027\u00E0 l\u0027\u00E9cole.","PatientId":"AaIvzTZmc0CKVBwalLy7iA==","RedFlags":"NotNoted","SamePain":"NotAsked","StartsAt":null,"Status":"Held","ThirdParty":false,"VoidedAtUtc":null,"WhatWasDone":"None"}');
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD3E3D7DBB97122A32C32DF88B', X'01A22FCD3DDA7C34828722385816F6C6', 'Visits', X'01A22FCD3CCD78118C58C345237EFCB4', 2, '{"Id":"AaIvzTzNeBGMWMNFI378tA==","Agreed":null,"EpisodeId":"AaIvzTp2doeD37dJjgbmUw==","HeldBy":null,"HeldOn":"2025-04-08","Hidden":false,"Impression":null,"Minutes":null,"Mode":"Practice","Note":"Saisie pour une autre.","PatientId":"AaIvzTZmc0CKVBwalLy7iA==","RedFlags":"NotNoted","SamePain":"NotAsked","StartsAt":null,"Status":"Held","ThirdParty":false,"VoidedAtUtc":null,"WhatWasDone":"None"}');
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD3E937C878133755D583DF9F2', X'01A22FCD3E4E726BB03F1CAC06680E34', 'FlareUps', X'01A22FCD3E4E7043B127C810E4E8B41B', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD3EE27FAEA19D409D5D6B3399', X'01A22FCD3EAD7E72922DFF7C1373724C', 'LifeEvents', X'01A22FCD3EAC715C8254AC06F0DBC8DE', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD3F317D48ACDB224EC74BB0A7', X'01A22FCD3EED776B90FC6D5BFDD23416', 'LifeEvents', X'01A22FCD3EAC715C8254AC06F0DBC8DE', 2, '{"Id":"AaIvzT6scVyCVKwG8NvI3g==","End":null,"Hidden":false,"Impact":"NotAsked","Kind":"Other","PatientId":"AaIvzTZmc0CKVBwalLy7iA==","ToldOn":"2026-11-22","Start":"2023","ThirdParty":false,"VoidedAtUtc":null,"Words":"naissance d\u0027un petit-fils"}');
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD3F937921A94B11232EAD5F9E', X'01A22FCD3F467181BE7AE4193FCE922F', 'Contacts', X'01A22FCD3F467F998B364433B3B7BD09', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD3FEF75C381A3DA37083693C1', X'01A22FCD3FB47AC9A8610B98EF364AD8', 'Goals', X'01A22FCD3FB37FE3B043A795F441F3C4', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD401776429125F3A1DE442256', X'01A22FCD400D76CABD50428902116BFC', 'Visits', X'01A22FCD400D75CCA044C60C16DCE2BC', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD403E7489923511ABB650DBF7', X'01A22FCD40377E9EB0306F658546C834', 'Visits', X'01A22FCD40377A5F88794F9556E775B4', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD4068765DB039DB5328D1CDB4', X'01A22FCD40587C5186BAE59C1E065DCE', 'Visits', X'01A22FCD4058768B93785176C1674F75', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD408272DF99CCEFA5DED99F3B', X'01A22FCD40797FCD9A2BBD387FB79F97', 'Visits', X'01A22FCD40797F76B3209C25715A574D', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD409679E6BA1EBEF1D5FD79FD', X'01A22FCD408F7AE89346DB6E30753013', 'Visits', X'01A22FCD408F7466B50D838A694A3851', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD40A47F639288E6A66125C870', X'01A22FCD409D7F99A27689326BFDB7C1', 'Visits', X'01A22FCD409D7B7C854B59DBD672DCFF', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD40BD768583C6313C66BF22B7', X'01A22FCD40B177E990A6696A768E2A56', 'Visits', X'01A22FCD40B17B8698F9AC9788D9FC1D', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD40D27A34A89172DEA1CAF23E', X'01A22FCD40CC7F84A8E6A3F76B914DA7', 'Visits', X'01A22FCD40CC70D28E62907EA4B70B65', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD40E5740A80C85E070DC86D84', X'01A22FCD40DA78BA82D6C05ACD1A55A8', 'Visits', X'01A22FCD40DA71339ED291C04C4F511B', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD41047415B3CAA88A780647CB', X'01A22FCD40FD73E2B39B758C14B154D2', 'Visits', X'01A22FCD40FD767FA8F90040B1E3C103', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD4117730AB77A868BB82E6C45', X'01A22FCD41137EB4BB5911B5AE5ED1B5', 'Visits', X'01A22FCD411379D4A8C38B52E7967B0E', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD412B7CE7A5649E5481E9AC0D', X'01A22FCD41267E00AB2D5D459D130872', 'Visits', X'01A22FCD4126709B8647E53E866405A0', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD41427F329A92D395D2CC84AE', X'01A22FCD413D74BE8B138CFDEEDD6B21', 'Visits', X'01A22FCD413D7189B6B656437F607DB6', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD41627A9AA5A4DEB4E0423638', X'01A22FCD415E7DB686F4CF3DEDCBA6CE', 'Visits', X'01A22FCD415E7DC185451109B9E134E0', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD418F7680A559488F648C664B', X'01A22FCD41897D35AFD91791C15D0B4B', 'Visits', X'01A22FCD41897B0FA81DC09DC67EB746', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD419D7186A506FD53C7B3F277', X'01A22FCD41957A669DD58942612FDD07', 'Visits', X'01A22FCD419571D697DBE84F5FE3771D', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD41AC78D6937341DDF51DB1F9', X'01A22FCD41A57B749054DF052E02DC65', 'Visits', X'01A22FCD41A575F095A455CFC3F40717', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD41C07640843A3BEF798A882E', X'01A22FCD41B676838DEC732FDF304365', 'Visits', X'01A22FCD41B6749E838C151A26C3CD40', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD41D1736C91B1A5CC8AE4D311', X'01A22FCD41CD7F74967D2A1A0AC48878', 'Visits', X'01A22FCD41CD7D259FC98CC9F6BAFEB6', 1, NULL);
INSERT INTO "RowVersions" ("Id", "ActId", "Table", "RowId", "RevisionAfter", "Before") VALUES (X'01A22FCD41FE7B43B5EB9FB23C0F9E85', X'01A22FCD41F471F999CE3844AA5F3AC6', 'Visits', X'01A22FCD41F4707296233347D1536242', 1, NULL);
INSERT INTO "Settings" ("Id", "GapThreshold", "AutoLockMinutes", "TimeZone", "CopyFolder", "Revision", "VoidedAtUtc", "CheckInLetter", "CheckInText") VALUES (X'01A22FCD27537971B92421DB31B22B71', 90, 10, 'Europe/Paris', NULL, 1, NULL, NULL, NULL);
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD39EC765996C4753E760B9CF4', X'01A22FCD3A76768783DFB7498E06E653', '2025-03-04', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Elle a marché jusqu''à l''école, deux fois.', 'NotAsked', 'NotNoted', 0, 0, 2, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD3CCD78118C58C345237EFCB4', NULL, '2025-04-08', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Saisie pour une autre.', 'NotAsked', 'NotNoted', 0, 0, 2, '2026-11-22 12:00:00', X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD3D2F7127979A6FEA187FC599', X'01A22FCD3D32713683959E02B302B30C', '2025-11-03', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Retour après l''été, à son rythme.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD400D75CCA044C60C16DCE2BC', X'01A22FCD3D32713683959E02B302B30C', '2026-01-05', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 1.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD40377A5F88794F9556E775B4', X'01A22FCD3D32713683959E02B302B30C', '2026-01-12', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 2.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD4058768B93785176C1674F75', X'01A22FCD3D32713683959E02B302B30C', '2026-01-19', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 3.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD40797F76B3209C25715A574D', X'01A22FCD3D32713683959E02B302B30C', '2026-01-26', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 4.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD408F7466B50D838A694A3851', X'01A22FCD3D32713683959E02B302B30C', '2026-02-02', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 5.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD409D7B7C854B59DBD672DCFF', X'01A22FCD3D32713683959E02B302B30C', '2026-02-09', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 6.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD40B17B8698F9AC9788D9FC1D', X'01A22FCD3D32713683959E02B302B30C', '2026-02-16', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 7.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD40CC70D28E62907EA4B70B65', X'01A22FCD3D32713683959E02B302B30C', '2026-02-23', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 8.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD40DA71339ED291C04C4F511B', X'01A22FCD3D32713683959E02B302B30C', '2026-03-02', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 9.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD40FD767FA8F90040B1E3C103', X'01A22FCD3D32713683959E02B302B30C', '2026-03-09', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 10.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD411379D4A8C38B52E7967B0E', X'01A22FCD3D32713683959E02B302B30C', '2026-03-16', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 11.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD4126709B8647E53E866405A0', X'01A22FCD3D32713683959E02B302B30C', '2026-03-23', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 12.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD413D7189B6B656437F607DB6', X'01A22FCD3D32713683959E02B302B30C', '2026-03-30', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 13.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD415E7DC185451109B9E134E0', X'01A22FCD3D32713683959E02B302B30C', '2026-04-06', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 14.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD41897B0FA81DC09DC67EB746', X'01A22FCD3D32713683959E02B302B30C', '2026-04-13', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 15.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD419571D697DBE84F5FE3771D', X'01A22FCD3D32713683959E02B302B30C', '2026-04-20', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 16.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD41A575F095A455CFC3F40717', X'01A22FCD3D32713683959E02B302B30C', '2026-04-27', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 17.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD41B6749E838C151A26C3CD40', X'01A22FCD3D32713683959E02B302B30C', '2026-05-04', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 18.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD41CD7D259FC98CC9F6BAFEB6', X'01A22FCD3D32713683959E02B302B30C', '2026-05-11', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 19.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "Visits" ("Id", "EpisodeId", "HeldOn", "StartsAt", "Minutes", "Mode", "Status", "HeldBy", "WhatWasDone", "Impression", "Agreed", "Note", "SamePain", "RedFlags", "Hidden", "ThirdParty", "Revision", "VoidedAtUtc", "PatientId") VALUES (X'01A22FCD41F4707296233347D1536242', X'01A22FCD3D32713683959E02B302B30C', '2026-05-18', NULL, NULL, 'Practice', 'Held', NULL, 'None', NULL, NULL, 'Semaine 20.', 'NotAsked', 'NotNoted', 0, 0, 1, NULL, X'01A22FCD366673408A541C1A94BCBB88');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20261122073138_FirstSchema', '10.0.15');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20261122144218_SecondSchema', '10.0.15');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20261122182009_ThirdSchema', '10.0.15');
