"""Given names of many languages: a name that begins with one is a person's."""

GIVEN = frozenset(
    """
    Aaron Abdallah Abdul Abdullah Abhishek Abigail Abraham Ada Adam Addison Adel Adele Adelheid
    Aditi Aditya Adnan Adrian Adrien Adèle Aenne Agatha Agathe Agnes Agnieszka Agnès Ahmad Ahmed
    Ahmet Aiko Aino Ajay Akash Akihiko Akio Akira Aksel Akshay Akın Alain Alan Alana Alban
    Albert Alberto Albrecht Aldo Alec Aleksandar Aleksander Aleksandra Alessandro Alessia
    Alessio Alexander Alexandra Alexandros Alexei Alexej Alexis Alfie Alfonso Alfred Alfredo Ali
    Alice Alina Alisha Alison Allan Allen Allison Alma Almut Alois Alper Alvin Alwin Alyssa
    Amadeo Amal Amalie Amanda Amandine Amaury Amber Amelia Amelie Amina Amir Amira Amit Amitabh
    Amos Amy Amélie Ananya Anastasia Anatole Anatoli Anaïs Anders Andre Andrea Andreas Andrei
    Andrej Andrew Andri Andrzej André Andrés Andy Anette Angela Angelika Angelina Angelo Angie
    Angus Anika Anil Anita Anja Anjali Anke Ankit Ann Anna Annabel Annabelle Annalena Anne
    Annegret Anneke Annelie Annelies Anneliese Annemarie Annette Anni Annie Annika Anouk Ansgar
    Antoine Anton Antonella Antonia Antonio Antti Anuradha Anwar Aparna Apolline Archie Arda
    Ariana Ariane Arie Ariel Arif Arjun Arkadi Armand Armando Armgard Armin Arnaud Arne Arno
    Arnold Arthur Artur Arturo Arun Arved Arvid Arvind Asger Asha Ashley Ashok Ashton Ashwin
    Asli Aslı Astrid Aubrey Aude Audrey August Augusta Augustin Augusto Aurelio Aurore Aurélie
    Aurélien Ava Avi Axel Aydın Aylin Aysel Ayten Ayumi Ayşe Aziz Aziza Baldur Balthasar Balázs
    Baptiste Barbara Barbora Barry Bartosz Barış Bashir Bastian Bastien Batuhan Beat Beate
    Beatrice Beatriz Becky Belinda Bella Ben Benedikt Bengt Benita Benjamin Benno Benoît Berat
    Berk Bernadette Bernard Bernd Bernhard Bernie Bert Berta Bertha Berthold Bertram Bertrand
    Beth Bethany Betsy Bettina Betty Betül Beverly Bianca Bilal Bill Birger Birgit Birgitta
    Birte Bjarne Björn Blake Blanche Bob Bobby Bodo Bogdan Bogusław Bohdan Bonnie Boris Brad
    Bradley Bram Brandon Branislav Branko Brenda Brendan Brent Brett Brian Brice Bridget
    Brigitte Britta Brooke Bruce Brunhild Bruno Bryan Burak Burcu Burghard Burkhard Byron
    Béatrice Bénédicte Börje Bülent Caitlin Caleb Calvin Cameron Camilla Camille Camilo Canan
    Candace Capucine Carey Carina Carl Carla Carlo Carlos Carlotta Carly Carmen Carol Carola
    Caroline Carolyn Carrie Carsten Casey Caspar Cassandra Cassie Caterina Catherine Cathy Cecil
    Cecilia Cees Celeste Celina Cem Cemal Cengiz Ceren Cesare Chad Chandra Chantal Charlene
    Charles Charlie Charlotte Cheryl Chester Chiara Chieko Chloe Chloé Chris Christa Christel
    Christelle Christer Christian Christiane Christie Christina Christine Christl Christoph
    Christopher Christy Chuck Cindy Ciro Claire Clara Clarence Clarissa Claudia Claudine Claudio
    Claus Clayton Clemens Clifford Clint Clyde Clémence Clémentine Cody Cole Colette Colin
    Colleen Connie Connor Conrad Constance Constantin Cord Corey Corinna Corinne Cornelia
    Cornelius Corrado Cory Cosima Courtney Craig Cristiano Cristina Cristóbal Crystal Csaba
    Curdin Curtis Cynthia Cyril Cécile Cédric Céline César Daan Dagmar Daisuke Daisy Dalia
    Damian Damiano Damien Damir Damon Dan Dana Daniel Daniela Daniele Danny Danuta Daphne Dario
    Dariusz Darko Darlene Darren Darryl Dave David Davide Dawid Dawn Deanna Debbie Deborah Debra
    Declan Deepak Deepika Deike Deirdre Delia Delphine Denis Denise Deniz Dennis Derek Desmond
    Detlef Detlev Devika Devin Dexter Diana Diane Didier Diederik Diego Dieter Dietlind Dietmar
    Dietrich Dilek Dimitri Dimitrij Dimitris Dina Dinesh Dirk Ditmar Divya Dmitri Dmitrij Dmytro
    Dolores Domenico Dominik Dominique Don Donald Donna Donnie Dora Doreen Doris Dorit Dorota
    Dorothea Dorothy Doug Douglas Doğan Dragan Drew Duarte Duncan Dustin Dušan Dwayne Dwight
    Dylan Dörte Dörthe Ebba Eberhard Ebru Ece Eckhard Ed Eda Edda Eddie Edelgard Edeltraud Edgar
    Edith Edmund Edna Eduard Eduardo Edward Edwin Edyta Eelco Eero Egbert Egil Egon Ehud Eiji
    Eike Eileen Einar Eirik Ekkehard Ekrem Elaine Eleanor Elena Eleni Eleonora Elfi Elfriede
    Elgin Eli Elias Elif Elin Eliot Elisa Elisabeth Eliza Elizabeth Elke Ella Ellen Ellie
    Ellinor Elliot Elliott Ellis Elmar Elmer Eloise Elon Elsa Elsie Elske Elton Elvira Elżbieta
    Emanuel Emely Emil Emilia Emiliano Emilio Emily Emin Emine Emma Emmanuel Emmi Emre Engelbert
    Engin Enno Enrico Enrique Enver Ercan Erdal Erdem Erhan Erhard Eric Erica Erich Erik Erika
    Erin Erkan Erling Erna Ernesto Ernst Erol Erwin Eskil Espen Esra Esteban Estelle Esther
    Eszter Ethan Ethel Etta Eugen Eugenia Eugenio Eunice Eva Evan Evangeline Evelyn Everett Evi
    Evie Ewa Ewald Ewout Eyüp Ezra Fabian Fabien Fabienne Fabio Fabrice Fabrizio Fadi Fahd
    Faisal Faith Falk Fanny Farah Farid Faruk Fatih Fatima Fatma Federica Federico Felicia
    Felicity Felipe Felix Femke Fenja Ferdinand Ferenc Fergus Ferhat Feride Fernanda Fernando
    Fiete Filippo Filiz Finn Fiona Flavio Flora Florent Florian Floris Floyd Flurin Folke Folker
    Forrest Frances Francesca Francesco Francis Francisca Francisco Franck Francois Frank Franka
    Frankie František Franz Franziska François Françoise Frauke Fred Freda Freddie Frederik
    Frederike Fredrik Freja Frida Frieda Friedel Friedemann Friederike Friedhelm Friedo
    Friedrich Fritjof Frits Fritz Fritzi Frode Frédéric Fumiko Fumio Funda Gabriel Gabriele
    Gabrielle Gaetano Gail Gamze Gareth Garrett Gary Gaspard Gaston Gaurav Gautam Gauthier Gavin
    Gaël Gebhard Geert Geeta Gemma Gene Genevieve Geneviève Gennadi Geoff Geoffrey Geoffroy
    Georg George Georges Georgi Georgina Georgios Gerald Geraldine Gerardo Gerd Gerda Gerhard
    Gerhild Gerlinde Germain Gernot Gerrit Gert Gertraud Gertrud Gertrude Gesa Gesche Gesine
    Ghislaine Giacomo Gian Gianluca Gianni Gideon Gijs Gilbert Gilles Gillian Gina Ginevra Ginny
    Gino Gion Giordano Giorgio Giorgos Giovanna Giovanni Girish Gisbert Gisela Gitta Giulia
    Giulio Giuseppe Gladys Glen Glenda Glenn Gloria Gonzalo Gonçalo Gopal Goran Gordon Goro
    Gottfried Grace Graciela Graham Grażyna Greg Gregor Gregory Greta Grit Grzegorz Grégoire
    Gudrun Guido Guillaume Guillermo Gundel Gundula Gunhild Gunilla Gunnar Gunter Gunther Gustaf
    Gustav Gustavo Guus Guy Gwen Gwendolyn Gwyneth György Gábor Géraldine Gérard Gökhan Göran
    Götz Gülay Gülsen Günter Günther Haakon Habib Hajime Hakan Hakim Halil Halima Halina Halvor
    Hamid Hamza Hanan Handan Hank Hanka Hanna Hannah Hanne Hanneke Hannelore Hannes Hanno Hans
    Hansjörg Hanspeter Hansruedi Harald Harish Harold Harri Harriet Harry Hartmut Hartwig Haruka
    Haruki Harun Haruto Harvey Hasan Hassan Hatice Hauke Haydar Hayden Hayley Hazel Heather
    Hector Hedwig Hege Heidemarie Heidi Heidrun Heike Heikki Heiko Heimo Heiner Heinke Heinrich
    Heinz Helen Helena Helene Helga Helge Hella Helle Hellmut Helma Helmi Helmut Hemant Hendrik
    Henk Henni Henning Henri Henrietta Henrik Henrike Henry Henryk Herbert Heribert Herma
    Hermann Hermine Hernán Herta Hertha Hervé Hideki Hideo Hilal Hilary Hilda Hilde Hildegard
    Hilke Hillary Hilmar Hiltrud Hinnerk Hinrich Hiro Hiroki Hiroko Hiromi Hiroshi Hiroto
    Hisashi Hisham Holger Holly Horst Hortense Howard Hubert Hugo Hugues Humbert Hussein Håkan
    Håkon Héctor Hélène Hülya Hüseyin Ian Ibrahim Ichiro Ida Idris Ignacio Ignaz Igor Ilaria
    Ilhan Ilja Ilka Ilona Ilse Imad Imke Immo Imogen Imran Ina Indira Ineke Ines Inga Inge
    Ingeborg Ingeburg Ingelore Ingmar Ingo Ingolf Ingrid Ingvar Ingvild Insa Inès Inés Inês
    Ioannis Ion Ira Irena Irene Irina Iris Irmela Irmgard Irmi Irving Irène Isa Isaac Isabel
    Isabell Isabella Isabelle Isaiah Isamu Ishaan Isidro Isla Ismail Isobel Isolde István Itai
    Ivan Ivar Ivo Ivor Ivy Iwan Iwona İbrahim İlker İsmail İsmet Jaap Jacek Jack Jackie Jacob
    Jacqueline Jacques Jade Jadwiga Jaime Jake Jakob Jakub Jalal Jamal James Jamie Jamila Jan
    Jana Jane Janek Janet Janez Janice Janin Janina Janis Jannes Jannik Jannis Janusz Jared Jarl
    Jaromír Jaroslav Jaroslaw Jarosław Jasmin Jasmine Jason Jasper Javier Jay Jaya Jayant Jean
    Jeanette Jeanne Jeannette Jed Jeff Jeffery Jeffrey Jelena Jelka Jenna Jennifer Jenny Jens
    Jensen Jeremias Jeremy Jeroen Jerome Jerry Jerzy Jesper Jess Jesse Jessica Jessika Jesús
    Jill Jim Jimmy Jiro Jiří Jo Joachim Joan Joana Joanna Joanne Joaquín Jobst Jocelyn Jochem
    Jochen Jodie Joe Joel Joey Johan Johann Johanna Johannes John Johnny Jolanda Jon Jona Jonah
    Jonas Jonathan Jonna Jonny Jonte Joost Jordi Jorge Joris Jos Josef Josefa Josefina Josefine
    Joseph Josephine Josh Joshua Jost Jostein José Joséphine Joyce Jozef João Joël Juan Juana
    Judith Judy Juha Jukka Julia Julian Juliana Juliane Julie Julien Juliette Julio Julius
    Junichi Junko Juraj Juri Jurij Justin Justine Justus Jutta Jérémie Jérôme Józef Jördis Jörg
    Jörn Jørgen Jürg Jürgen Jürn Kacper Kadir Kai Kailash Kaito Kaj Kaja Kalle Kamal Kamala
    Kamil Kaori Kara Karan Karel Karen Kari Karim Karin Karina Karl Karla Karlheinz Karolina
    Karoline Karsten Kasimir Kaspar Kasper Katarina Katarzyna Kate Katerina Kateřina Katharina
    Kathleen Kathrin Kathryn Kathy Kati Katie Katja Katrin Katsuya Kavita Kay Kayla Kazimierz
    Kazuhiro Kazuki Kazuko Kazuo Kea Kees Keiko Keira Keita Keith Kelly Kelsey Kemal Ken Kenan
    Kenichi Kenji Kenneth Keno Kent Kenta Kentaro Kerry Kersten Kerstin Kevin Khadija Khaled
    Khalid Kilian Kim Kimberly Kira Kiran Kirk Kirsi Kirsten Kirstin Kirsty Kishore Kitty
    Kiyoshi Kjell Klaas Klara Klaus Klemens Knud Knut Koen Koichi Koji Konrad Konstantin
    Konstantinos Konstanze Korbinian Korinna Kornelia Kornelius Kostas Kriemhild Krishna Kristen
    Kristian Kristiane Kristin Kristina Kristoffer Kristýna Krystyna Krzysztof Kunibert Kunio
    Kurt Kyle Kylie Kyoko Kyriakos Károly Käthe Ladina Ladislav Laetitia Laila Lakshmi Lale
    Lambert Lance Lara Larry Lars Lasse Latif Laura Laure Lauren Laurence Laurens Laurent
    Laurentius Laurenz Laurie Laurin Lawrence Layla Lea Leah Leandro Leanne Leano Lech Lee Leena
    Leif Leila Leland Lena Lene Leni Lenka Lennard Lennart Lennox Leo Leon Leonard Leonardo
    Leonhard Leonie Leonora Leonore Leopold Leroy Lesley Leslie Lester Leszek Letizia Levent
    Levi Levin Levke Lewis Leyla Lia Liam Liane Libor Lidia Lieke Lieselotte Lilian Liliane
    Lilli Lillian Lilo Lily Lina Linda Lindsay Lindsey Linnea Linus Lionel Lisa Lisbeth Lise
    Liselotte Livia Liz Lizzie Lloyd Loes Logan Lois Lola Loni Lore Loreen Lorena Lorenz Lorenzo
    Lorna Lorraine Lothar Lotta Lotte Lotti Louis Louisa Louise Loïc Lubomír Luboš Luc Luca
    Lucas Lucia Luciano Lucie Lucien Lucinda Lucrezia Lucy Lucía Ludger Ludmila Ludmilla Ludwig
    Luigi Luis Luisa Luise Luitgard Luitpold Luiz Lukas Luke Luther Lutz Luzia Lydia Lyle Lynda
    Lyndon Lynn László Léon Lütfi Maarten Mabel Machteld Maciej Mackenzie Maddie Madeleine
    Madeline Madhav Madhuri Mads Magda Magdalena Maggie Magnus Mahdi Mahesh Mahmoud Mahmut Maik
    Maike Maj Maja Majid Makoto Maksim Malcolm Malik Malte Malwine Mamoru Manabu Mandy Manfred
    Manish Manja Manoj Manon Mansour Manuel Manuela Mara Marc Marcel Marcela Marcelo Marcia
    Marcin Marco Marcus Mareike Marek Maren Marga Margaret Margareta Margarete Margaretha
    Margarita Margaux Marge Margit Margot Margret Margrethe Margrit Marguerite Maria Mariam
    Marian Mariana Marianne Mariano Marie Marieke Marietta Marija Marijke Marika Mariko Marilyn
    Marina Mario Marion Marissa Marit Marita Marius Mariusz Marja Marjorie Mark Marko Markus
    Marleen Marlene Marlies Marlis Marlon Marsha Marta Marten Martha Martijn Martin Martina
    Martine Marty Marvin Mary Maryam Masahiro Masaki Masako Masao Masaru Masato Masayoshi Mascha
    Mason Massimiliano Massimo Mateusz Mathias Mathieu Mathilda Mathilde Mathis Mats Matt Matteo
    Matthew Matthias Matthieu Matthijs Matti Mattis Maud Maureen Maurice Mauricio Maurizio Mauro
    Mavis Max Maxim Maxime Maximilian Maxine Maxwell Małgorzata Mechthild Meena Meera Megan
    Megumi Mehdi Mehmet Mei Meike Meinhard Meinolf Melanie Melek Melina Melis Melissa Meltem
    Melvin Meredith Merle Mert Mervyn Meryem Meta Metin Mette Mevlüt Mia Micah Michael Michaela
    Michail Michał Michel Michele Michelle Michiko Michèle Mick Midori Mieczysław Mieke Miguel
    Mihai Mihály Mikael Mike Mikhail Mikio Mikkel Mikko Miklós Mila Milan Mildred Milena Miles
    Milica Millicent Millie Milo Miloš Milton Min Mina Minna Minnie Minoru Mio Mira Miranda
    Mireille Miriam Mirja Mirjam Mirko Miroslav Mirosław Mitch Mitchell Mitsuko Miyuki Mladen
    Mohamad Mohamed Mohammad Mohammed Mohan Moira Molly Momme Momoko Mona Monika Monique Moritz
    Morris Morten Moshe Muhammad Muhammed Mukesh Muna Munir Murat Muriel Musa Mustafa Myra
    Myriam Myrtle Mélanie Nabil Nadia Nadine Nadir Nadja Naim Nana Nancy Nandini Nanna Naoki
    Naoko Naomi Narendra Naresh Nasser Natalia Natalie Natascha Natasha Nate Nathalie Nathan
    Nathaniel Natsuki Naveen Neal Ned Neele Neha Neil Nele Nell Nellie Nenad Nepomuk Nesrin
    Nevin Nicholas Nick Nico Nicola Nicolas Nicole Nicoletta Nicolò Niek Niels Nigel Nihat
    Nikhil Nikita Nikki Niklas Niko Nikola Nikolai Nikolaj Nikolaus Nikos Nils Nilüfer Nina Nino
    Nisha Nitin Noa Noah Noboru Nobuo Noel Noemi Nora Norbert Noriko Norma Norman Nour Nuno Nuri
    Octavia Octavio Océane Oda Odette Odile Odilo Ofer Okan Oksana Oktay Olaf Olav Ole Oleg
    Oleksandr Oleksij Olena Olga Olive Oliver Olivia Olivier Olli Omar Omer Ondřej Onno Onur
    Orhan Orson Ortrud Ortwin Osamu Oscar Oskar Osman Oswald Oswin Otfried Otis Otmar Ottavio
    Ottfried Ottheinrich Ottilie Ottmar Otto Ottokar Ove Owen Ozan Pablo Padma Paige Paloma Pam
    Pamela Panagiotis Pankaj Paola Paolo Parag Parvati Pascal Pascale Pasquale Patrice Patricia
    Patrick Patrizio Patsy Patti Patty Paul Paula Pauline Paulo Pavel Pavol Paweł Pedro Peer
    Peggy Pekka Pelin Pelle Penelope Penny Per Percy Pernille Perry Pete Peter Petr Petra Petro
    Petter Phil Philine Philip Philipp Philippa Philippe Phillip Phoebe Phyllis Pia Pierre
    Pieter Pietro Pilar Pim Piotr Pippa Polly Pooja Prakash Pranav Praveen Predrag Prem Preston
    Priscilla Priya Péter Pınar Quentin Quincy Quirin Rabea Rachel Rachid Radek Radim Radosław
    Radovan Rafael Rafał Rafik Ragnar Ragnhild Rahel Rahul Raimondo Raimund Rainer Raj Raja
    Rajan Rajeev Rajesh Rajiv Rakesh Ralf Ralph Ramazan Ramesh Ramona Ramzi Ramón Randall Randi
    Randy Rania Ranjit Raphael Raphaela Raphaël Raquel Rashid Rasmus Ratan Raul Ravi Ray Raymond
    Rebecca Rebekka Recep Reece Reese Reggie Regina Reginald Regine Regula Reiko Reimar Reimer
    Reimund Reiner Reinhard Reinhart Reinhild Reinhold Reinier Rekha Remo Rena Renate Renato
    Rene Renzo Renáta René Renée Reto Reuben Rex Reza Rhoda Rhonda Rhys Rica Ricarda Ricardo
    Riccardo Richard Rick Ricky Rieke Rik Rika Rikke Riku Riley Ringo Risto Rita Ritu Rivka Riza
    Roald Rob Robbie Robert Roberta Roberto Robin Rocco Rochus Roderick Rodney Rodolfo Rodrigo
    Roel Rogelio Roger Rohan Rohit Roland Rolf Romain Roman Romana Romane Romeo Romina Romy Ron
    Ronald Ronja Ronnie Ronny Rory Rosa Rosalie Rosalind Rosanna Rose Rosemarie Rosemary Rosi
    Rosie Rosina Rosmarie Ross Roswitha Rowena Roxanne Roy Ruben Ruby Rubén Rudi Rudolf Ruedi
    Rufus Rui Runa Rune Rupert Ruprecht Russell Ruth Ruud Ryan Ryo Ryota Ryszard Régis Rémi Rémy
    Rüdiger Sabine Sabri Sabrina Sachiko Sachin Sadao Sadie Said Sakura Salah Saleh Salem Salih
    Salim Sally Salma Salman Salome Salvatore Sam Samantha Samir Samira Sammy Samuel Sandeep
    Sander Sandra Sandrine Sandro Sangeeta Sanjay Sanjeev Sanna Sanne Santosh Sara Sarah Sari
    Sarina Sascha Sasha Saskia Satish Satoru Satoshi Satya Saul Savannah Sayaka Scarlett Scott
    Sean Sebastian Sedat Seema Selena Selim Selin Selina Selma Selçuk Semih Senta Sepp Seraina
    Serap Serdar Serena Serge Sergei Sergej Sergey Sergio Sergiu Serhij Serkan Seth Sevda
    Severin Sevgi Sevim Shane Shankar Shannon Shanti Sharon Shashi Shaun Shawn Sheela Sheila
    Shekhar Sheldon Shelley Shelly Sherry Shigeru Shimon Shinji Shinzo Shirley Shiro Shlomo
    Shobha Shoichi Shota Shreya Sibel Sibylle Sid Siddharth Sidney Siegbert Siegfried Sieglinde
    Siegmar Siegmund Sienna Sigi Sigmar Sigmund Signe Sigrid Sigrun Sigurd Silja Silka Silke
    Silvan Silvana Silvester Silvia Silvio Simeon Simon Simona Simone Sina Sinan Siri Sissel
    Sita Sixten Sixtus Sjoerd Skye Slavko Slobodan Smilla Smita Sofia Sofie Solange Solveig
    Sonal Soner Sonja Sophia Sophie Soren Spencer Spyros Stacey Stacy Stan Stanislav Stanislaw
    Stanisław Stanley Stavros Stefan Stefania Stefanie Stefano Steffen Steffi Stefka Stella
    Stephan Stephanie Stephen Steve Steven Stewart Stig Stijn Stine Stuart Stéphane Stéphanie
    Sudha Sudhir Sue Sujata Suleiman Sundar Sune Sunil Sunita Suresh Susan Susann Susanna
    Susanne Sushil Susi Susie Susumu Suzanne Svante Svea Svein Sven Svenja Sverre Svetlana
    Swantje Swati Swetlana Sybil Sybille Sylvain Sylvia Sylvie Szymon Sándor Sébastien Ségolène
    Sören Søren Süleyman Sünje Sławomir Tabea Tabitha Tadashi Tadeusz Tage Taha Taichi Takahiro
    Takako Takao Takashi Takeshi Takuya Tamara Tammy Tamás Taner Tania Tanja Tanya Tara Taras
    Tarek Tarik Tarja Tarkan Taro Tassilo Tatiana Tatjana Tatsuo Tatsuya Tayfun Tayyip Ted Telse
    Teodora Teodoro Terence Teresa Terje Terrence Terri Terry Tessa Tetsuo Tetsuya Teun Thassilo
    Thea Theda Thekla Thelma Theo Theodor Theodora Theodore Theresa Therese Theresia Thiago
    Thibault Thierry Thies Thijs Thilo Thomas Thorben Thore Thorsten Thorvald Thérèse Tiago
    Tibor Tiffany Tilda Till Tilman Tim Timm Timo Timothy Tina Tino Titus Tiziana Tjark Tjeerd
    Tobias Toby Todd Tolga Tom Tomas Tomasz Tomke Tommaso Tomoko Tomoya Tomáš Toni Tony Tor
    Torben Torbjörn Tore Torge Torkel Torsten Toru Toshiaki Toshiro Tove Tracey Tracy Traudl
    Traute Travis Trent Trevor Trine Tristan Trond Troy Trude Trudy Trygve Tsutomu Tuncay Tuomas
    Turgut Tuula Ty Tyler Uday Udo Ueli Ugo Ulf Uli Ulla Ulli Ulrich Ulrik Ulrike Umberto Umut
    Una Undine Unni Uri Urs Ursula Urszula Uschi Usha Uta Ute Utz Uwe Uğur Vaclav Vadim Valentin
    Valentina Valeri Valeria Valerie Valerio Valérie Vanessa Varun Vassilis Vaughn Vedat Vegard
    Veit Velma Velten Vera Verena Verity Vernon Veronika Vibeke Vic Vicente Vicki Vicky Victoire
    Victor Victoria Vidya Viggo Vijay Vikas Vikram Viktor Viktoria Vilde Ville Vinay Vince
    Vincent Vincenzo Vinod Vinzent Vinzenz Viola Violet Viorel Virgil Virginie Vishal Vittoria
    Vittorio Vitus Vivek Vivian Viviane Vivien Vlad Vladimir Vladimír Vladislav Vojtěch Volkan
    Volker Volkhard Volkmar Vreni Václav Véronique Wade Walburga Waldemar Walter Walther
    Waltraud Waltraut Wanda Warren Wayne Wei Wen Wencke Wendelin Wendell Wendy Wenzel Werner
    Wernfried Wesley Whitney Wibke Wiebke Wieland Wiesław Wiktor Wilfried Wilhelm Wilhelmina
    Wilhelmine Wilko Willard Willi William Willibald Willis Willy Wilma Wim Winfried Winifred
    Winnie Winston Witold Wladimir Wojciech Wolf Wolfgang Wolfhard Wolfram Wolodymyr Woody
    Wouter Wulf Wyatt Władysław Xaver Xavier Xenia Xi Ximena Yael Yahya Yair Yakup Yalçın Yann
    Yannick Yannis Yaron Yasemin Yassin Yasuhiro Yasuo Yavuz Yitzhak Yngve Yoichi Yoko Yolanda
    Yolande Yorck Yorgos Yoshiko Yoshio Yossi Yosuke Youssef Yuji Yuki Yukio Yuko Yulia Yumi
    Yumiko Yuri Yusuf Yuta Yutaka Yves Yvette Yvonne Zach Zacharias Zachary Zack Zafer Zahra
    Zainab Zaki Zara Zbigniew Zdeněk Zdzisław Zehra Zeki Zelda Zeynep Ziad Zita Zoe Zofia Zoltán
    Zoran Zoé Zuzana Zvi Åke Åsa Édouard Éliane Élise Élodie Émilie Éric Étienne Ömer Özgür
    Özlem Øystein Ümit Łukasz Şebnem
    """.split()
)


def is_given(word: str) -> bool:
    """Whether a word is a given name, or several with hyphens: Karl-Heinz."""
    return word in GIVEN or ("-" in word and GIVEN.issuperset(word.split("-")))
